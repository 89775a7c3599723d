// Finds the caller of a request by its access key, with or without verifying the signature.

import { isTemporary, type Callers, type KnownCaller } from './callers.js';
import type { Failure } from './failure.js';
import {
  accessKeyIdIn,
  createSignatureVerifier,
  objectionToToken,
  unknownKey,
  type SignedRequest,
} from './signature.js';

/** The caller, or the error of the request. */
export type Identify = (request: SignedRequest, service: string) => Promise<KnownCaller | Failure>;

export interface IdentificationOptions {
  readonly callers: Callers;
  /** Whether signatures are verified. If not, the owner calls with every key that is not known. */
  readonly verifies: boolean;
  readonly region: string;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
}

export function createIdentification({ callers, verifies, region, nowMs }: IdentificationOptions): Identify {
  const verify = createSignatureVerifier({ keyOf: callers.keyOf, region, nowMs });
  const callerOf = (request: SignedRequest): KnownCaller | Failure => {
    const id = accessKeyIdIn(request) ?? '';
    const key = callers.keyOf(id);
    // A key that AssumeRole returned before a restart must not become that of the owner.
    if (key === undefined) return isTemporary(id) ? unknownKey : callers.owner;
    return objectionToToken(request, key, nowMs()) ?? key.caller;
  };
  return async (request, service) => (verifies ? await verify(request, service) : undefined) ?? callerOf(request);
}
