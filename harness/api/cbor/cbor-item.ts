// CBOR as plain data: an item says which bytes it is made of, also bytes that no encoder writes. Items are generated, saved
// and shrunk like the other parts of a case; texts may carry tokens.
// Source: RFC 8949, https://www.rfc-editor.org/rfc/rfc8949

/** How many bytes the length of a head has: the shortest possible, or a longer form than needed. */
export type HeadBytes = 1 | 2 | 4 | 8;

/**
 * One item, or a run of bytes that is not an item.
 *
 * @example { map: [[{ text: 'ResourceArn' }, { text: '{{ca0.arn}}' }]], indefinite: true }
 */
export type CborItem =
  /** `latin1` writes each character as one byte, which is not UTF-8 beyond ASCII. */
  | { readonly text: string; readonly headBytes?: HeadBytes | undefined; readonly latin1?: true | undefined }
  /** A text string of indefinite length. */
  | { readonly chunks: readonly CborItem[] }
  | {
      readonly map: readonly (readonly [CborItem, CborItem])[];
      readonly indefinite?: true | undefined;
      readonly headBytes?: HeadBytes | undefined;
    }
  | { readonly array: readonly CborItem[]; readonly indefinite?: true | undefined }
  | { readonly tag: number; readonly item: CborItem }
  | { readonly integer: number }
  | { readonly float: number; readonly bits: 16 | 32 | 64 }
  /** 20 false, 21 true, 22 null, 23 undefined. */
  | { readonly simple: number }
  /** A byte string, in hexadecimal. */
  | { readonly bytes: string }
  /** A byte string of the bytes of a text. */
  | { readonly bytesOf: string }
  /** Bytes as they are, in hexadecimal. */
  | { readonly raw: string }
  /** The bytes of several items one after another. */
  | { readonly sequence: readonly CborItem[] }
  /** The bytes of an item without the last ones. */
  | { readonly item: CborItem; readonly withoutLast: number }
  /** The same byte repeated before an item, such as the head of an array of one. */
  | { readonly repeated: string; readonly times: number; readonly item: CborItem };

/** The map of texts that a client sends for an input. */
export function cborInput(input: Readonly<Record<string, string>>): CborItem {
  return { map: Object.entries(input).map(([name, value]) => [{ text: name }, { text: value }]) };
}

/** The same item with every text in it changed. */
export function mapTexts(item: CborItem, change: (text: string) => string): CborItem {
  const changed = (each: CborItem): CborItem => mapTexts(each, change);
  if ('text' in item) return { ...item, text: change(item.text) };
  if ('bytesOf' in item) return { bytesOf: change(item.bytesOf) };
  if ('chunks' in item) return { chunks: item.chunks.map(changed) };
  if ('map' in item) return { ...item, map: item.map.map(([name, value]) => [changed(name), changed(value)]) };
  if ('array' in item) return { ...item, array: item.array.map(changed) };
  if ('sequence' in item) return { sequence: item.sequence.map(changed) };
  return 'item' in item ? { ...item, item: changed(item.item) } : item;
}
