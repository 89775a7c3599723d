// Arbitraries for schedules: calls of several concurrent clients over a few CAs.
//
//   Schedule ::= Wave+            concurrent groups, with a barrier between two
//   Wave     ::= Lane+            the clients of a group, which begin together, each after its offset
//   Lane     ::= Call+            the calls of a client, each after the answer to the one before
//   Call     ::= Pause CA Kind
//   Kind     ::= get | put | repeat the last put | delete | put an invalid policy | disable the CA | delete the CA
//
// A schedule is drawn as names and numbers, so every part of one is valid. Each put has a unique policy, unless it repeats
// one: the Sids identify the put, and the run of the schedule.

import fc from 'fast-check';
import type { Case, GivenAuthority } from '../harness/api/case.js';
import { isPolicyOperation } from '../harness/api/operation.js';
import {
  maxLanes,
  pauses,
  type Pause,
  type Schedule,
  type ScheduledCall,
  type ScheduledOperation,
} from '../harness/api/schedule.js';
import { arnToken } from './calls.js';
import { ownAccountShare } from './policy-templates.js';
import { ShrinkingAs } from './shrinking-as.js';

/** The simplest first, because shrinking prefers earlier kinds. */
const kinds = ['get', 'put', 'put-again', 'delete', 'refused-put', 'disable', 'delete-authority'] as const;
export type ScheduledKind = (typeof kinds)[number];

/** A call as it is drawn. */
export interface CallDraft {
  readonly authority: number;
  readonly kind: ScheduledKind;
  readonly pause: Pause;
}

export interface LaneDraft {
  readonly offset: number;
  readonly calls: readonly CallDraft[];
}

export interface WaveDraft {
  readonly lanes: readonly LaneDraft[];
}

interface ScheduleDraft {
  readonly waves: readonly WaveDraft[];
  readonly order: number;
}

/** The parameters of the schedules of one input class. */
export interface ScheduleClass {
  readonly inputClass: string;
  /** The CAs that the calls use, all in the same state. */
  readonly given: readonly GivenAuthority[];
  readonly waves: fc.Arbitrary<readonly WaveDraft[]>;
  /** Whether every second client of a wave uses CBOR. */
  readonly mixesProtocols?: boolean;
}

/** The longest offset of a lane. */
export const maxOffset = 5;

export function schedules({ inputClass, given, waves, mixesProtocols = false }: ScheduleClass): fc.Arbitrary<Case> {
  const order = fc.nat({ max: 999_999 });
  const drawn = fc.record<ScheduleDraft>({ waves, order });
  const smaller = fc.record<ScheduleDraft>({ waves: anyWaves(given.length), order });
  return new ShrinkingAs(drawn, smaller).map(
    (draft): Case => ({
      inputClass,
      given: givenFor(draft, given),
      steps: [],
      schedule: scheduleOf(draft, mixesProtocols),
    }),
    (value) => draftOf(value),
  );
}

/** Every schedule over so many CAs. Shrinking first tries fewer waves, lanes and calls. */
function anyWaves(authorities: number): fc.Arbitrary<readonly WaveDraft[]> {
  const call = fc.record<CallDraft>({
    authority: fc.nat({ max: authorities - 1 }),
    kind: fc.constantFrom(...kinds),
    pause: fc.constantFrom(...pauses),
  });
  const lane = fc.record<LaneDraft>({ calls: someOf(call), offset: fc.nat({ max: maxOffset }) });
  return someOf(fc.record<WaveDraft>({ lanes: someOf(lane) }));
}

/** At least one item. The array may be empty before the filter, because otherwise shrinking could not remove the last item. */
function someOf<Value>(item: fc.Arbitrary<Value>): fc.Arbitrary<readonly Value[]> {
  return fc.array(item, { maxLength: maxLanes }).filter((items) => items.length > 0);
}

/** The CAs that the schedule uses, in the order of their first calls. */
function authoritiesOf({ waves }: ScheduleDraft): readonly number[] {
  return [...new Set(waves.flatMap(({ lanes }) => lanes.flatMap(({ calls }) => calls.map((call) => call.authority))))];
}

function givenFor(draft: ScheduleDraft, given: readonly GivenAuthority[]): readonly GivenAuthority[] {
  return given.slice(0, authoritiesOf(draft).length);
}

function scheduleOf(draft: ScheduleDraft, mixesProtocols: boolean): Schedule {
  const used = authoritiesOf(draft);
  const lastPolicies = new Map<number, string>();
  let puts = 0;
  const policyFor = (kind: ScheduledKind, authority: number): string => {
    const last = lastPolicies.get(authority);
    if (kind === 'put-again' && last !== undefined) return last;
    puts += 1;
    const policy = kind === 'refused-put' ? `["Put${puts}"]` : policyOfPut(puts, authority);
    if (kind !== 'refused-put') lastPolicies.set(authority, policy);
    return policy;
  };
  const callOf = ({ authority: drawn, kind, pause }: CallDraft): ScheduledCall => {
    const authority = used.indexOf(drawn);
    return { pause, operation: operationOf(kind, authority, () => policyFor(kind, authority)) };
  };
  const waves = draft.waves.map(({ lanes }) => ({
    lanes: lanes.map(({ offset, calls }, lane) => {
      const isInCbor = mixesProtocols && (lane + draft.order) % 2 === 1;
      return { offset, calls: calls.map((call) => (isInCbor ? inCbor(callOf(call)) : callOf(call))) };
    }),
  }));
  return { waves, order: draft.order };
}

function inCbor(call: ScheduledCall): ScheduledCall {
  return isPolicyOperation(call.operation) ? { ...call, protocol: 'cbor' } : call;
}

function operationOf(kind: ScheduledKind, authority: number, policy: () => string): ScheduledOperation {
  const arn = arnToken(authority);
  switch (kind) {
    case 'get':
      return { kind: 'GetPolicy', input: { ResourceArn: arn } };
    case 'put':
    case 'put-again':
    case 'refused-put':
      return { kind: 'PutPolicy', input: { ResourceArn: arn, Policy: policy() } };
    case 'delete':
      return { kind: 'DeletePolicy', input: { ResourceArn: arn } };
    case 'disable':
      return { kind: 'UpdateCertificateAuthority', input: { CertificateAuthorityArn: arn, Status: 'DISABLED' } };
    case 'delete-authority': {
      const input = { CertificateAuthorityArn: arn, PermanentDeletionTimeInDays: 7 };
      return { kind: 'DeleteCertificateAuthority', input };
    }
    default:
      return kind satisfies never;
  }
}

/** The documented share with the owner's own account; its Sids reveal a mixture of two puts. */
function policyOfPut(put: number, authority: number): string {
  const share = ownAccountShare([`put${put}a{{nonce}}`, `put${put}b{{nonce}}`]);
  return JSON.stringify(share).replaceAll('{{ca0.', `{{ca${authority}.`);
}

/** The inverse of `schedules`. It throws for other values, which tells fast-check that the value is not of this arbitrary. */
function draftOf(value: unknown): ScheduleDraft {
  // A value that is not a case fails here or in the arbitrary.
  const { schedule } = value as Case;
  if (schedule === undefined) throw new Error('The case has no schedule.');
  const seen = new Set<string>();
  const waves = schedule.waves.map(({ lanes }) => ({
    lanes: lanes.map(({ offset, calls }) => ({ calls: calls.map((call) => callDraftOf(call, seen)), offset })),
  }));
  return { waves, order: schedule.order };
}

function callDraftOf({ pause, operation }: ScheduledCall, seen: Set<string>): CallDraft {
  const { input } = operation;
  const arn = 'ResourceArn' in input ? input.ResourceArn : input.CertificateAuthorityArn;
  const authority = Number(/^\{\{ca(\d{1,2})\.arn\}\}$/.exec(arn)?.[1]);
  return { authority, kind: kindOf(operation, seen), pause };
}

/** `seen` has the policies that were put before; the policy of this put is added. */
function kindOf(operation: ScheduledOperation, seen: Set<string>): ScheduledKind {
  switch (operation.kind) {
    case 'GetPolicy':
      return 'get';
    case 'PutPolicy': {
      const policy = operation.input.Policy;
      if (policy.startsWith('[')) return 'refused-put';
      const wasSeen = seen.has(policy);
      seen.add(policy);
      return wasSeen ? 'put-again' : 'put';
    }
    case 'DeletePolicy':
      return 'delete';
    case 'UpdateCertificateAuthority':
      return 'disable';
    case 'DeleteCertificateAuthority':
      return 'delete-authority';
    default:
      return operation satisfies never;
  }
}
