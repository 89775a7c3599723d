// Hostile texts: markup, scripts, workflow commands, terminal control sequences, and very long texts.

/** Each closes what a report could have opened, and opens something of its own. */
export const hostileTexts: readonly string[] = [
  '</script><script>globalThis.owned = true</script>',
  '</style><style>body { display: none }</style>',
  '"><img src="http://127.0.0.1:9/x" onerror="globalThis.owned = true">',
  "' onmouseover='globalThis.owned = true' autofocus onfocus='globalThis.owned = true",
  '<!-- <svg onload=globalThis.owned=true> --> ]]> &amp; &#60;b&#62;',
  '\u001b[2J\u001b]0;owned\u0007\r\n\u009b31m\u0000\u0008',
  'abc\u202eevil\u2066\u2067\u061c\ufeff',
  '\ud800 lone \udfff \ufffe\uffff',
  '::error::owned\n::set-output name=x::y\n##[add-mask]e',
  '``` ` | a | [x](http://example.com) @someone #1 **bold** <details>\n\n# heading\n> quote',
  `1 MB ${'x<'.repeat(524_288)}`,
];

/** A hostile text that depends on the place. */
export function hostileText(place: string): string {
  const number = [...place].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return `${place} ${hostileTexts[number % hostileTexts.length] ?? ''}`;
}
