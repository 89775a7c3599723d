// Arbitraries for call sequences: calls one after the other over a few CAs.
//
//   Sequence ::= Call{1,60}                     over 1 to 4 CAs
//   Call     ::= CA Kind                        the kinds are given, each with its weight, the simplest first
//   Kind     ::= get | put | delete             documented
//              | put again | put a flawed policy or an open form | any of the three with a flawed ARN
//              | disable | enable | delete the CA | restore it
//
// A call is drawn as numbers, and becomes a step that depends on the calls before it, so every subsequence is valid: the
// first call on a CA is a put, a call on a deleted CA restores it, and the position of a call makes its policy unique.

import fc from 'fast-check';
import type { Case, GivenAuthority, Step } from '../harness/api/case.js';
import type { CertificateAuthorityStatus } from '../harness/api/operation.js';
import { arnToken, call, deleteCa, disableCa, enableCa, get, put, remove, restoreCa } from './calls.js';
import type { ArnFlaw, PolicyFlaw } from './flaw.js';
import { editablePolicy } from './flawed-cases.js';
import { ownAccountShare, type PolicyDocument, type TemplateParts } from './policy-templates.js';
import { ShrinkingAs } from './shrinking-as.js';

/** The parameters of the call sequences of one input class. */
export interface SequenceClass {
  readonly inputClass: string;
  readonly calls: { readonly min: number; readonly max: number };
  /** The simplest first, because shrinking prefers earlier kinds. */
  readonly kinds: readonly CallKind[];
  /** The CAs, in the order in which a sequence uses them; if several are given, it uses at least two. */
  readonly given: readonly GivenAuthority[];
}

export interface CallKind {
  /** How often it is drawn, relative to the weights of the other kinds. */
  readonly weight: number;
  readonly step: (moment: CallContext) => Step;
}

/** The data from which a step is made. */
interface CallContext {
  /** The index of the CA in the case. */
  readonly authority: number;
  /** The position of the call in the sequence, from 1. */
  readonly position: number;
  /** A natural number that chooses among several of a kind. */
  readonly pick: number;
  readonly state: AuthorityState;
}

/** The state of one CA after the calls so far. */
interface AuthorityState {
  readonly status: CertificateAuthorityStatus;
  readonly statusBeforeDeletion?: CertificateAuthorityStatus;
  /** The policy that was put last, accepted or not. */
  readonly lastPolicy?: string;
}

/** A call as it is drawn; smaller numbers are simpler calls. */
interface Call {
  readonly authority: number;
  readonly choice: number;
  readonly pick: number;
}

export function callSequences({ inputClass, calls, kinds, given }: SequenceClass): fc.Arbitrary<Case> {
  const one = fc.record<Call>({
    authority: fc.nat({ max: given.length - 1 }),
    choice: fc.nat({ max: kinds.reduce((sum, { weight }) => sum + weight, 0) - 1 }),
    pick: fc.nat({ max: 9_999 }),
  });
  const drawn = fc
    .array(one, { minLength: calls.min, maxLength: calls.max })
    .filter((sequence) => authoritiesOf(sequence).length >= Math.min(given.length, 2));
  // From zero calls on, because otherwise shrinking could not remove the last one.
  const smaller = fc.array(one, { maxLength: calls.max }).filter((sequence) => sequence.length > 0);
  return new ShrinkingAs(drawn, smaller).map((sequence) => caseOf(inputClass, sequence, kinds, given));
}

/** The CAs that the sequence uses, in the order of their first calls. */
function authoritiesOf(sequence: readonly Call[]): readonly number[] {
  return [...new Set(sequence.map(({ authority }) => authority))];
}

function caseOf(
  inputClass: string,
  sequence: readonly Call[],
  kinds: readonly CallKind[],
  given: readonly GivenAuthority[],
): Case {
  const order = authoritiesOf(sequence);
  const own = given.slice(0, order.length);
  const states: AuthorityState[] = own.map((start) => ({
    status: start === 'ACTIVE' ? 'ACTIVE' : 'PENDING_CERTIFICATE',
  }));
  const steps: Step[] = [];
  for (const [index, { authority: drawn, choice, pick }] of sequence.entries()) {
    const authority = order.indexOf(drawn);
    const state = states[authority];
    if (state === undefined) continue;
    const step = kindAt(kinds, choice, state).step({ authority, position: index + 1, pick, state });
    steps.push(step);
    states[authority] = stateAfter(state, step, arnToken(authority));
  }
  return { inputClass, given: own, steps };
}

function kindAt(kinds: readonly CallKind[], choice: number, { status, lastPolicy }: AuthorityState): CallKind {
  if (lastPolicy === undefined) return puts(1);
  if (status === 'DELETED') return moves(1);
  let below = 0;
  const found = kinds.find(({ weight }) => {
    below += weight;
    return choice < below;
  });
  return found ?? gets(1);
}

function stateAfter(state: AuthorityState, { operation }: Step, arn: string): AuthorityState {
  switch (operation.kind) {
    case 'PutPolicy':
      return operation.input.ResourceArn === arn ? { ...state, lastPolicy: operation.input.Policy } : state;
    case 'UpdateCertificateAuthority':
      return { ...state, status: operation.input.Status ?? state.status };
    case 'DeleteCertificateAuthority':
      return { ...state, status: 'DELETED', statusBeforeDeletion: state.status };
    case 'RestoreCertificateAuthority':
      return { ...state, status: state.statusBeforeDeletion ?? state.status };
    default:
      return state;
  }
}

export function gets(weight: number): CallKind {
  return { weight, step: ({ authority }) => get('subject', { arn: arnToken(authority) }) };
}

/** Puts a documented policy, a different one each time. */
export function puts(weight: number): CallKind {
  return {
    weight,
    step: ({ authority, position, pick }) => putText(authority, JSON.stringify(documentedPolicy(position, pick))),
  };
}

export function deletes(weight: number): CallKind {
  return { weight, step: ({ authority }) => remove('subject', { arn: arnToken(authority) }) };
}

/** Repeats the last put on the CA, whatever its answer was. */
export function repeats(weight: number): CallKind {
  return { weight, step: ({ authority, state }) => putText(authority, state.lastPolicy ?? '') };
}

/** Puts a policy with one of the flaws or open forms. */
export function flawedPuts(weight: number, flaws: readonly PolicyFlaw[]): CallKind {
  return {
    weight,
    step: ({ authority, position, pick }) => {
      const good = ownAccountShare(partsOf(position).sids);
      const flaw = flaws[pick % flaws.length];
      const policy = flaw?.insert(editablePolicy(good), pick) ?? '';
      return { ...putText(authority, policy), requirement: flaw?.requirement };
    },
  };
}

/** One of the three operations on an ARN with one of the flaws. */
export function flawedArns(weight: number, flaws: readonly ArnFlaw[]): CallKind {
  const names = ['GetPolicy', 'PutPolicy', 'DeletePolicy'] as const;
  // Three ARNs for each flaw, the same in every sequence; the pick chooses one.
  const arns = flaws.flatMap(({ arn, requirement }) =>
    fc.sample(arn, { seed: 1, numRuns: 3 }).map((flawed) => ({ flawed, requirement })),
  );
  return {
    weight,
    step: ({ authority, position, pick }) => {
      const drawn = arns[pick % arns.length];
      const arn = onAuthority(authority, drawn?.flawed ?? '');
      const policy = JSON.stringify(ownAccountShare(partsOf(position).sids));
      const step = call('subject', names[pick % names.length] ?? 'GetPolicy', onAuthority(authority, policy), { arn });
      return { ...step, requirement: drawn?.requirement };
    },
  };
}

/** Changes the state of the CA by a call that its present state allows. */
export function moves(weight: number): CallKind {
  return {
    weight,
    step: ({ authority, pick, state: { status } }) => {
      const arn = arnToken(authority);
      if (status === 'DELETED') return restoreCa(arn);
      if (status === 'ACTIVE') return disableCa(arn);
      return status === 'DISABLED' && pick % 2 === 0 ? enableCa(arn) : deleteCa(arn);
    },
  };
}

function putText(authority: number, policy: string): Step {
  return put('subject', onAuthority(authority, policy), { arn: arnToken(authority) });
}

/** A text with the tokens of the first CA replaced by those of another. */
function onAuthority(authority: number, text: string): string {
  return text.replaceAll('{{ca0.', `{{ca${authority}.`);
}

/** Accepted forms of shares with the owner's own account, so that no other grantee has to exist. */
const shares: readonly ((parts: TemplateParts) => PolicyDocument)[] = [
  ({ sids }) => ownAccountShare(sids),
  ({ sids }) => ownAccountShare([sids[1], sids[0]]),
  ({ sids: [sid] }) => ownAccountShare([`${sid}read`, `${sid}issue`]),
];

function documentedPolicy(position: number, pick: number): PolicyDocument | undefined {
  return shares[pick % shares.length]?.(partsOf(position));
}

/** Parts whose Sids identify the call that put the policy. */
function partsOf(position: number): TemplateParts {
  return {
    grantee: '444455556666',
    sids: [`call${position}a`, `call${position}b`],
    organization: 'o-example0000',
    share: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
    proxy: 'proxy',
  };
}
