// Splits bytes into lines at 0x0A and nowhere else: U+2028, a lone carriage return and the rest stay inside a line.

const lineEnd = 0x0a;

export interface LineSplitter {
  /** Takes the next bytes, and gives the lines that they complete, each without its end. */
  push(bytes: Buffer): readonly Buffer[];
  /** How long the line is that has not ended yet, in bytes. */
  pendingBytes(): number;
  /** The beginning of that line. */
  pending(): Buffer;
}

export function createLineSplitter(): LineSplitter {
  let parts: Buffer[] = [];
  let partBytes = 0;
  return {
    push(bytes) {
      const lines: Buffer[] = [];
      let from = 0;
      for (let end = bytes.indexOf(lineEnd); end !== -1; end = bytes.indexOf(lineEnd, from)) {
        lines.push(Buffer.concat([...parts, bytes.subarray(from, end)]));
        parts = [];
        partBytes = 0;
        from = end + 1;
      }
      if (from < bytes.length) {
        parts.push(bytes.subarray(from));
        partBytes += bytes.length - from;
      }
      return lines;
    },
    pendingBytes: () => partBytes,
    pending: () => Buffer.concat(parts),
  };
}
