// A certificate signing request for calls of IssueCertificate, and bytes that JSON shows as base64.

/** Bytes of a case, written as base64 in its file. */
export class CaseBytes extends Uint8Array {
  toJSON(): string {
    return Buffer.from(this).toString('base64');
  }
}

export function caseBytes(text: string): CaseBytes {
  return new CaseBytes(Buffer.from(text));
}

/** For the name `conformance.example` and a key of the curve P-256 that was thrown away. */
export const sampleCsr = caseBytes(`-----BEGIN CERTIFICATE REQUEST-----
MIHZMIGAAgEAMB4xHDAaBgNVBAMME2NvbmZvcm1hbmNlLmV4YW1wbGUwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAAQ7+IOuD4YTTwLOJXMDZK1hACSi/TZ459W8Yi3X
8vqkPJFmyzPxaiCr7SowmcWDv2lKUCcMm/GQYsS5tmz8yW/8oAAwCgYIKoZIzj0E
AwIDSAAwRQIgevHLTnsXseYULcVlGqRGHE/gyN9im3MZgnxmmI4OmbUCIQCW0OlN
3YRRlP6c9Go8RCMyc2Ks3e1HGIZySVz9ejeU7A==
-----END CERTIFICATE REQUEST-----
`);
