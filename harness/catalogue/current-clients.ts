// Which clients of the service speak CBOR unless they are told otherwise, as measured with one GetPolicy each on 2026-11-28.

/** A client whose newest release sends CBOR. Every other one that was measured sends JSON. */
interface CborClient {
  readonly name: string;
  /** The first version that does, with its date. */
  readonly since: string;
  readonly source: string;
}

const cborClients: readonly CborClient[] = [
  {
    name: 'AWS SDK for Go v2',
    since: 'service/acmpca v1.57.0 (2026-11-11)',
    source: 'https://github.com/aws/aws-sdk-go-v2/blob/main/service/acmpca/CHANGELOG.md',
  },
];

/** What a target that answers JSON alone means for current clients. */
export const jsonAloneNotice = `${cborClients.map(({ name, since }) => `the ${name}, from ${since} on,`).join(' and ')} sends CBOR unless it is told otherwise, and cannot use a target that answers JSON alone; boto3, the AWS CLI and the AWS SDKs for Java, JavaScript and Rust send JSON`;
