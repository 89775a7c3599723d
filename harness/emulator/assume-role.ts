// AssumeRole of STS: reads its parameters and makes temporary keys.
// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html

import { rightsUnder } from '../api/session-policies.js';
import type { Callers, KnownCaller, TemporaryKey } from './callers.js';
import type { Failure } from './failure.js';

const defaultDurationS = 3_600;

export function assumeRole(
  query: URLSearchParams,
  { caller, assume }: { readonly caller: KnownCaller; readonly assume: Callers['assume'] },
): TemporaryKey | Failure {
  const role = query.get('RoleArn') ?? '';
  const name = query.get('RoleSessionName') ?? '';
  const duration = query.get('DurationSeconds') ?? String(defaultDurationS);
  const policy = query.get('Policy');
  if (!/^[\w+=,.@-]{2,64}$/.test(name)) {
    return invalid('RoleSessionName has to be 2 to 64 letters, digits or characters of +=,.@_-');
  }
  if (!/^\d{3,5}$/.test(duration) || Number(duration) < 900 || Number(duration) > 43_200) {
    return invalid('DurationSeconds has to be a whole number from 900 to 43200');
  }
  const rights = policy === null ? 'all' : rightsUnder(policy);
  if (rights === undefined) {
    return invalid(
      'Policy has to have one statement: Allow on Resource * of acm-pca:GetPolicy, acm:*, sts:GetCallerIdentity or *, or NotAction acm-pca:PutPolicy. This emulator evaluates no other session policy',
    );
  }
  const key = assume(role, { name, durationS: Number(duration), rights });
  if (key !== undefined) return key;
  const message = `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${role}`;
  return { error: 'AccessDenied', status: 403, message };
}

function invalid(message: string): Failure {
  return { error: 'ValidationError', status: 400, message: `${message}.` };
}
