// Idempotency tokens: the same token within five minutes means the same request.
// Source: https://docs.aws.amazon.com/privateca/latest/APIReference/API_CreateCertificateAuthority.html

import type { ServiceState } from '../state/state.js';

const lifetimeMs = 5 * 60_000;

/** The number of stored tokens above which expired ones are removed. */
const sweepEvery = 256;

/** The ARN that an earlier call with this token created. */
export function arnMadeFor(state: ServiceState, token: string | undefined, atMs: number): string | undefined {
  const use = token === undefined ? undefined : state.tokens.get(token);
  return use !== undefined && atMs - use.atMs < lifetimeMs ? use.arn : undefined;
}

export function rememberToken(
  state: ServiceState,
  token: string | undefined,
  use: { readonly arn: string; readonly atMs: number },
): ServiceState {
  if (token === undefined) return state;
  const kept = state.tokens.size % sweepEvery === sweepEvery - 1 ? withoutOldTokens(state, use.atMs) : state.tokens;
  return { ...state, tokens: kept.with(token, use) };
}

function withoutOldTokens({ tokens }: ServiceState, atMs: number): ServiceState['tokens'] {
  return [...tokens]
    .filter(([, use]) => atMs - use.atMs >= lifetimeMs)
    .reduce((kept, [token]) => kept.without(token), tokens);
}
