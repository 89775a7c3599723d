// An HTTP answer as it was received; the JavaScript SDK shows only the parts that it understands.

/** A body in CBOR, which is read when it is needed: the reader is not loaded for JSON. */
export interface CborBody {
  readonly bytes: Uint8Array;
  /** The members of the map; none if the body is empty, undefined if it is not a map. */
  readonly members: () => Readonly<Record<string, unknown>> | undefined;
  /** In diagnostic notation. */
  readonly describe: () => string;
}

export interface HttpAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty where the body is CBOR. */
  readonly body: string;
  /** The body of an answer in CBOR. */
  readonly cbor?: CborBody | undefined;
}

/**
 * The members of the body; undefined if it is neither a JSON object nor a CBOR map. An empty body has no members.
 * Sources: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html,
 * https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2-cbor.html
 */
export function membersOf({ body, cbor }: HttpAnswer): Readonly<Record<string, unknown>> | undefined {
  if (cbor !== undefined) return cbor.members();
  if (body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
