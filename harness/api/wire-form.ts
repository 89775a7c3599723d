// Converts values to the form of AWS JSON 1.1: timestamps are seconds since 1970, blobs are base64.
// Source: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html

export function wireForm(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value.getTime() / 1_000;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(wireForm);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, wireForm(member)]));
}
