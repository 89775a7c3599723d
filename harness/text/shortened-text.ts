// Shortens long texts: the middle is replaced by the length of the whole.

/** The text itself if it has at most `maxLength` characters. */
export function shortenedText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, Math.max(0, maxLength - 60))} ... (${text.length} characters) ... ${text.slice(-30)}`;
}
