// Makes untrusted text safe for a terminal: unsafe characters are escaped and long texts are cut.

import { shortenedText } from '../../harness/text/shortened-text.js';
import { visibleText } from '../../harness/text/visible-text.js';

/** One line with unsafe characters as `\u....`, cut in the middle if it is longer than `maxLength` characters. */
export function terminalText(text: string, maxLength = 600): string {
  return visibleText(shortenedText(text, maxLength));
}
