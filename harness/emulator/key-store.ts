// The keys and certificates that the emulator stores for the service, and their saved form.

import { z } from 'zod';

/** Texts in PEM. */
export interface AuthorityRecord {
  readonly privateKey: string;
  readonly csr: string;
  readonly certificate?: string | undefined;
  readonly chain?: string | undefined;
}

export interface CertificateRecord {
  readonly certificate: string;
  readonly chain?: string | undefined;
}

export interface KeyStore {
  readonly authorities: Map<string, AuthorityRecord>;
  readonly certificates: Map<string, CertificateRecord>;
}

/** The saved form of the keys and certificates. */
export const savedStoreSchema = z.strictObject({
  authorities: z.record(
    z.string(),
    z.strictObject({
      privateKey: z.string(),
      csr: z.string(),
      certificate: z.string().optional(),
      chain: z.string().optional(),
    }),
  ),
  certificates: z.record(z.string(), z.strictObject({ certificate: z.string(), chain: z.string().optional() })),
});

export function emptyKeyStore(): KeyStore {
  return { authorities: new Map(), certificates: new Map() };
}

export function encodeKeyStore({ authorities, certificates }: KeyStore): unknown {
  return { authorities: Object.fromEntries(authorities), certificates: Object.fromEntries(certificates) };
}

/** Throws if the data is not of a key store. */
export function decodeKeyStore(data: unknown): KeyStore {
  const { authorities, certificates } = savedStoreSchema.parse(data);
  return {
    authorities: new Map(Object.entries(authorities)),
    certificates: new Map(Object.entries(certificates)),
  };
}
