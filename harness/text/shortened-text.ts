// Long texts for people: the middle is left out, and the whole length named.

/** The text itself where it is no longer than `maxLength` characters. */
export function shortenedText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, Math.max(0, maxLength - 60))} ... (${text.length} characters) ... ${text.slice(-30)}`;
}
