// An HTTP answer as it was received; the JavaScript SDK shows only the parts that it understands.

import { membersOfCbor } from './cbor/read-cbor.js';

export interface HttpAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where the body is CBOR. */
  readonly body: string;
  /** The body of an answer in CBOR. */
  readonly bytes?: Uint8Array | undefined;
}

/**
 * The members of the body; undefined if it is neither a JSON object nor a CBOR map. An empty body has no members.
 * Sources: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html,
 * https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-cbor.html
 */
export function membersOf({ body, bytes }: HttpAnswer): Readonly<Record<string, unknown>> | undefined {
  if (bytes !== undefined) return bytes.length === 0 ? {} : membersOfCbor(bytes);
  if (body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
