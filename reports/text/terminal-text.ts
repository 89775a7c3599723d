// Makes foreign text safe for a terminal: what is odd is shown, not obeyed, and what is long is cut.

import { shortenedText } from '../../harness/text/shortened-text.js';
import { visibleText } from '../../harness/text/visible-text.js';

/** One line, with everything odd as `\u....`, cut in the middle where it is longer than `maxLength` characters. */
export function terminalText(text: string, maxLength = 600): string {
  return visibleText(shortenedText(text, maxLength));
}
