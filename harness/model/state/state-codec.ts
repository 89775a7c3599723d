// Encodes the state as JSON and decodes it.

import { z } from 'zod';
import { emptyState, withAuthority, type Principal, type CertificateAuthority, type ServiceState } from './state.js';

const authority = z.looseObject({
  arn: z.string(),
  type: z.enum(['ROOT', 'SUBORDINATE']),
  status: z.enum(['CREATING', 'PENDING_CERTIFICATE', 'ACTIVE', 'DISABLED', 'EXPIRED', 'FAILED', 'DELETED']),
  policy: z.string().optional(),
  profile: z.looseObject({ ordinal: z.int(), createdAtMs: z.number(), configuration: z.looseObject({}) }),
});

/** The saved form of the state. */
export const savedStateSchema = z.strictObject({
  caller: z.strictObject({ partition: z.string(), region: z.string(), account: z.string() }),
  authorities: z.array(authority),
  tokens: z.array(z.tuple([z.string(), z.strictObject({ arn: z.string(), atMs: z.number() })])),
  certificates: z.array(
    z.tuple([z.string(), z.strictObject({ pem: z.string(), isSelfSigned: z.boolean(), isRevoked: z.boolean() })]),
  ),
});

/** Plain data, for JSON. */
export function encodeState({ caller, authorities, tokens, certificates }: ServiceState): unknown {
  return {
    caller,
    authorities: [...authorities.values()],
    tokens: [...tokens],
    certificates: [...certificates],
  };
}

/** Throws if the data is not a state, or is the state of another caller; the message says why. */
export function decodeState(data: unknown, caller: Principal): ServiceState {
  const parsed = savedStateSchema.safeParse(data);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error).replaceAll('\n', ' '));
  const saved = parsed.data;
  const { region, account } = saved.caller;
  if (region !== caller.region || account !== caller.account) {
    throw new Error(
      `it belongs to account ${account} in ${region}, not to account ${caller.account} in ${caller.region}`,
    );
  }
  const empty = emptyState(caller);
  // The schema checks the members that every call uses; `encodeState` wrote the others.
  const authorities = saved.authorities as unknown as readonly CertificateAuthority[];
  const state = authorities.reduce(withAuthority, empty);
  return {
    ...state,
    tokens: saved.tokens.reduce((tokens, [token, use]) => tokens.with(token, use), empty.tokens),
    certificates: saved.certificates.reduce((all, [arn, each]) => all.with(arn, each), empty.certificates),
  };
}
