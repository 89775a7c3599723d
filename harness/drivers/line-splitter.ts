// Splits bytes into lines only at 0x0A; U+2028 or a carriage return does not end a line.

const lineEnd = 0x0a;

export interface LineSplitter {
  /** Adds bytes, and returns the lines that they complete, without their line feeds. */
  push(bytes: Buffer): readonly Buffer[];
  /** The length of the incomplete line, in bytes. */
  pendingBytes(): number;
  /** The incomplete line. */
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
