// Keys that occur twice in an object of a JSON text, which JSON.parse does not report.

import { jsonOf } from './documents.js';

const keyOrBrace = /("(?:[^"\\]|\\.)*")(\s*:)|"(?:[^"\\]|\\.)*"|[{}]/g;

export function repeatsKeys(text: string): boolean {
  return withRepetitionsMarked(text) !== text;
}

/** The text with the first value of each key only; undefined if it is not JSON. */
export function withFirstValues(text: string): unknown {
  const value = jsonOf(withRepetitionsMarked(text));
  return value === undefined ? undefined : withoutMarked(value);
}

/** Different from any key of a policy. */
const mark = 'repeated:';

function withRepetitionsMarked(text: string): string {
  const open: Set<string>[] = [];
  return text.replaceAll(keyOrBrace, (token: string, key: string | undefined, colon: string | undefined) => {
    if (token === '{') open.push(new Set());
    if (token === '}') open.pop();
    if (key === undefined) return token;
    const [seen, name] = [open.at(-1), String(jsonOf(key))];
    if (seen?.has(name) === true) return `"${mark}${key.slice(1)}${colon ?? ''}`;
    seen?.add(name);
    return token;
  });
}

function withoutMarked(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) => (key.startsWith(mark) ? undefined : inner));
}
