// Makes foreign text safe for a terminal: control characters, bidirectional controls and lone surrogates are shown, not
// obeyed.

import { shortenedText } from '../harness/api/shortened-text.js';

const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Surrogate}/gu;

/** One line, with everything odd as `\u....`, cut in the middle where it is longer than `maxLength` characters. */
export function terminalText(text: string, maxLength = 600): string {
  return visibleText(shortenedText(text, maxLength));
}

/** One line of the same, whatever its length. */
export function visibleText(text: string): string {
  return text.replaceAll(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
