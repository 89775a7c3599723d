// Writes CBOR items byte by byte, well-formed or not.
// Source: RFC 8949, section 3, https://www.rfc-editor.org/rfc/rfc8949#section-3

import type { CborItem, HeadBytes } from './cbor-item.js';

const major = { integer: 0, negative: 1, bytes: 2, text: 3, array: 4, map: 5, tag: 6 } as const;
const indefinite = 31;
const breakByte = Buffer.from([0xff]);

/**
 * The bytes of an item.
 *
 * @example cborBytes({ map: [[{ text: 'a' }, { integer: 1 }]] }) // a1 61 61 01
 */
export function cborBytes(item: CborItem): Buffer {
  if ('text' in item)
    return string(major.text, Buffer.from(item.text, item.latin1 === true ? 'latin1' : 'utf8'), item.headBytes);
  if ('chunks' in item) return Buffer.concat([head(major.text), ...item.chunks.map(cborBytes), breakByte]);
  if ('map' in item) return container(major.map, item.map.flat(), item, item.map.length);
  if ('array' in item) return container(major.array, item.array, item, item.array.length);
  if ('tag' in item) return Buffer.concat([head(major.tag, item.tag), cborBytes(item.item)]);
  if ('integer' in item) return integer(item.integer);
  if ('float' in item) return float(item);
  if ('simple' in item) return Buffer.from(item.simple < 24 ? [0xe0 + item.simple] : [0xf8, item.simple]);
  if ('bytes' in item) return string(major.bytes, Buffer.from(item.bytes, 'hex'));
  if ('bytesOf' in item) return string(major.bytes, Buffer.from(item.bytesOf, 'utf8'));
  if ('raw' in item) return Buffer.from(item.raw, 'hex');
  if ('sequence' in item) return Buffer.concat(item.sequence.map(cborBytes));
  if ('withoutLast' in item) {
    const whole = cborBytes(item.item);
    return whole.subarray(0, Math.max(0, whole.length - item.withoutLast));
  }
  return Buffer.concat([
    Buffer.alloc(Buffer.from(item.repeated, 'hex').length * item.times, item.repeated, 'hex'),
    cborBytes(item.item),
  ]);
}

/** The first bytes of an item: its major type and its length, or the mark of an indefinite length. */
function head(type: number, length?: number, bytes?: HeadBytes): Buffer {
  const initial = type << 5;
  if (length === undefined) return Buffer.from([initial | indefinite]);
  const width = bytes ?? shortestFor(length);
  switch (width) {
    case 0:
      return Buffer.from([initial | length]);
    case 1:
      return Buffer.from([initial | 24, length]);
    case 2:
      return Buffer.from([initial | 25, length >>> 8, length & 0xff]);
    case 4: {
      const buffer = Buffer.from([initial | 26, 0, 0, 0, 0]);
      buffer.writeUInt32BE(length, 1);
      return buffer;
    }
    case 8: {
      const buffer = Buffer.from([initial | 27, 0, 0, 0, 0, 0, 0, 0, 0]);
      buffer.writeBigUInt64BE(BigInt(length), 1);
      return buffer;
    }
    default:
      return width satisfies never;
  }
}

function shortestFor(length: number): 0 | HeadBytes {
  if (length < 24) return 0;
  if (length < 0x100) return 1;
  if (length < 0x1_0000) return 2;
  return length < 0x1_0000_0000 ? 4 : 8;
}

function string(type: number, content: Buffer, headBytes?: HeadBytes): Buffer {
  return Buffer.concat([head(type, content.length, headBytes), content]);
}

function container(
  type: number,
  items: readonly CborItem[],
  form: { readonly indefinite?: true | undefined; readonly headBytes?: HeadBytes | undefined },
  length: number,
): Buffer {
  const content = items.map(cborBytes);
  return form.indefinite === true
    ? Buffer.concat([head(type), ...content, breakByte])
    : Buffer.concat([head(type, length, form.headBytes), ...content]);
}

function integer(value: number): Buffer {
  return value >= 0 ? head(major.integer, value) : head(major.negative, -1 - value);
}

function float({ float: value, bits }: { readonly float: number; readonly bits: 16 | 32 | 64 }): Buffer {
  switch (bits) {
    case 16:
      // Halves are written for whole numbers below 2,048 alone, which is what a flaw needs.
      return Buffer.from([0xf9, ...halfOf(value)]);
    case 32: {
      const buffer = Buffer.from([0xfa, 0, 0, 0, 0]);
      buffer.writeFloatBE(value, 1);
      return buffer;
    }
    case 64: {
      const buffer = Buffer.from([0xfb, 0, 0, 0, 0, 0, 0, 0, 0]);
      buffer.writeDoubleBE(value, 1);
      return buffer;
    }
    default:
      return bits satisfies never;
  }
}

/** Throws if the number is not a whole number of half precision. Source: RFC 8949, appendix D. */
function halfOf(value: number): readonly [number, number] {
  if (value === 0) return [0, 0];
  if (!Number.isInteger(value) || value < 0 || value >= 2_048)
    throw new RangeError(`${value} is not written as a half.`);
  const exponent = Math.floor(Math.log2(value));
  const bits = ((exponent + 15) << 10) | ((value / 2 ** exponent - 1) * 1_024);
  return [bits >> 8, bits & 0xff];
}
