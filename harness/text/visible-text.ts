// Escapes the characters of foreign text that a terminal obeys or does not show: control characters, bidirectional
// controls and lone surrogates.
// This folder holds functions that change or compare texts and know nothing else.

const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Surrogate}/gu;

/** The text as one line, with such characters as `\u....`. */
export function visibleText(text: string): string {
  return text.replaceAll(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
