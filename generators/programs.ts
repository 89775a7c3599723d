// Programs: sequences of calls over a few CAs, so that the calls collide.
//
//   Program ::= Call{1,60}                     over 1 to 4 CAs
//   Call    ::= CA Kind                        the kinds are given, each with its weight, the simplest first
//   Kind    ::= get | put | delete             documented
//             | put again | put a flawed policy or an open form | any of the three with a flawed ARN
//             | disable | enable | delete the CA | restore it
//
// A call is drawn as plain numbers and becomes a step by what went before, so every subsequence of a program is a
// program: the first call on a CA is a put, whose policy no other CA and no earlier case has left there; a call on a
// deleted CA is its restoration; a policy is told apart by the place of its call.

import fc from 'fast-check';
import type { Case, GivenAuthority, Step } from '../harness/api/case.js';
import type { CertificateAuthorityStatus } from '../harness/api/operation.js';
import {
  arnToken,
  call,
  deleteAuthority,
  disableAuthority,
  enableAuthority,
  get,
  put,
  remove,
  restoreAuthority,
} from './calls.js';
import type { ArnFlaw, PolicyFlaw } from './flaw.js';
import { plantedPolicy } from './flawed-cases.js';
import { ownAccountShare, type PolicyDocument, type TemplateParts } from './policy-templates.js';
import { ShrinkingAs } from './shrinking-as.js';

/** Programs of one class of length. */
export interface ProgramClass {
  readonly inputClass: string;
  readonly calls: { readonly min: number; readonly max: number };
  /** The simplest first: a smaller example has earlier kinds. */
  readonly kinds: readonly CallKind[];
  /** The CAs that the calls are spread over, in the order in which a program turns to them; of several it needs two. */
  readonly given: readonly GivenAuthority[];
}

export interface CallKind {
  /** How often it is drawn, beside the weights of the other kinds. */
  readonly weight: number;
  readonly step: (moment: Moment) => Step;
}

/** What a step may depend on. */
interface Moment {
  /** The place of the CA among those of the case. */
  readonly authority: number;
  /** The place of the call in the program, from 1. */
  readonly place: number;
  /** A natural number that chooses among several of a kind. */
  readonly pick: number;
  readonly side: Side;
}

/** What the program has done to one CA so far. */
interface Side {
  readonly status: CertificateAuthorityStatus;
  readonly statusBeforeDeletion?: CertificateAuthorityStatus;
  /** The policy that was put last, accepted or not. */
  readonly lastPolicy?: string;
}

/** One call as it is drawn; smaller numbers are simpler calls. */
interface Call {
  readonly authority: number;
  readonly choice: number;
  readonly pick: number;
}

export function programs({ inputClass, calls, kinds, given }: ProgramClass): fc.Arbitrary<Case> {
  const one = fc.record<Call>({
    authority: fc.nat({ max: given.length - 1 }),
    choice: fc.nat({ max: kinds.reduce((sum, { weight }) => sum + weight, 0) - 1 }),
    pick: fc.nat({ max: 9_999 }),
  });
  const drawn = fc
    .array(one, { minLength: calls.min, maxLength: calls.max })
    .filter((program) => authoritiesOf(program).length >= Math.min(given.length, 2));
  // Down to no call at all, or the last one could not be taken away.
  const smaller = fc.array(one, { maxLength: calls.max }).filter((program) => program.length > 0);
  return new ShrinkingAs(drawn, smaller).map((program) => caseOf(inputClass, program, kinds, given));
}

/** The CAs in the order in which the program turns to them, so that none is listed that it does not need. */
function authoritiesOf(program: readonly Call[]): readonly number[] {
  return [...new Set(program.map(({ authority }) => authority))];
}

function caseOf(
  inputClass: string,
  program: readonly Call[],
  kinds: readonly CallKind[],
  given: readonly GivenAuthority[],
): Case {
  const order = authoritiesOf(program);
  const own = given.slice(0, order.length);
  const sides: Side[] = own.map((state) => ({ status: state === 'ACTIVE' ? 'ACTIVE' : 'PENDING_CERTIFICATE' }));
  const steps: Step[] = [];
  for (const [index, { authority: drawn, choice, pick }] of program.entries()) {
    const authority = order.indexOf(drawn);
    const side = sides[authority];
    if (side === undefined) continue;
    const step = kindAt(kinds, choice, side).step({ authority, place: index + 1, pick, side });
    steps.push(step);
    sides[authority] = sideAfter(side, step, arnToken(authority));
  }
  return { inputClass, given: own, steps };
}

function kindAt(kinds: readonly CallKind[], choice: number, { status, lastPolicy }: Side): CallKind {
  if (lastPolicy === undefined) return puts(1);
  if (status === 'DELETED') return moves(1);
  let below = 0;
  const found = kinds.find(({ weight }) => {
    below += weight;
    return choice < below;
  });
  return found ?? gets(1);
}

function sideAfter(side: Side, { operation }: Step, arn: string): Side {
  switch (operation.kind) {
    case 'PutPolicy':
      return operation.input.ResourceArn === arn ? { ...side, lastPolicy: operation.input.Policy } : side;
    case 'UpdateCertificateAuthority':
      return { ...side, status: operation.input.Status ?? side.status };
    case 'DeleteCertificateAuthority':
      return { ...side, status: 'DELETED', statusBeforeDeletion: side.status };
    case 'RestoreCertificateAuthority':
      return { ...side, status: side.statusBeforeDeletion ?? side.status };
    default:
      return side;
  }
}

export function gets(weight: number): CallKind {
  return { weight, step: ({ authority }) => get('subject', { arn: arnToken(authority) }) };
}

/** Puts a documented policy, another one each time. */
export function puts(weight: number): CallKind {
  return {
    weight,
    step: ({ authority, place, pick }) => putText(authority, JSON.stringify(documentedPolicy(place, pick))),
  };
}

export function deletes(weight: number): CallKind {
  return { weight, step: ({ authority }) => remove('subject', { arn: arnToken(authority) }) };
}

/** Puts once more what was put last, whatever the answer was. */
export function repeats(weight: number): CallKind {
  return { weight, step: ({ authority, side }) => putText(authority, side.lastPolicy ?? '') };
}

/** Puts a policy with one of the flaws, or of one of the open forms. */
export function flawedPuts(weight: number, flaws: readonly PolicyFlaw[]): CallKind {
  return {
    weight,
    step: ({ authority, place, pick }) => {
      const good = ownAccountShare(partsOf(place).sids);
      const flaw = flaws[pick % flaws.length];
      const policy = flaw?.plant(plantedPolicy(good), pick) ?? '';
      return { ...putText(authority, policy), requirement: flaw?.requirement };
    },
  };
}

/** One of the three operations on an ARN with one of the flaws. */
export function flawedArns(weight: number, flaws: readonly ArnFlaw[]): CallKind {
  const names = ['GetPolicy', 'PutPolicy', 'DeletePolicy'] as const;
  // A few of each, the same in every program: the pick chooses among them.
  const arns = flaws.flatMap(({ arn, requirement }) =>
    fc.sample(arn, { seed: 1, numRuns: 3 }).map((flawed) => ({ flawed, requirement })),
  );
  return {
    weight,
    step: ({ authority, place, pick }) => {
      const drawn = arns[pick % arns.length];
      const arn = onAuthority(authority, drawn?.flawed ?? '');
      const policy = JSON.stringify(ownAccountShare(partsOf(place).sids));
      const step = call('subject', names[pick % names.length] ?? 'GetPolicy', onAuthority(authority, policy), { arn });
      return { ...step, requirement: drawn?.requirement };
    },
  };
}

/** Moves the CA to another state by a call that its present one allows. */
export function moves(weight: number): CallKind {
  return {
    weight,
    step: ({ authority, pick, side: { status } }) => {
      const arn = arnToken(authority);
      if (status === 'DELETED') return restoreAuthority(arn);
      if (status === 'ACTIVE') return disableAuthority(arn);
      return status === 'DISABLED' && pick % 2 === 0 ? enableAuthority(arn) : deleteAuthority(arn);
    },
  };
}

function putText(authority: number, policy: string): Step {
  return put('subject', onAuthority(authority, policy), { arn: arnToken(authority) });
}

/** A text about the first CA of a case, as one about another. */
function onAuthority(authority: number, text: string): string {
  return text.replaceAll('{{ca0.', `{{ca${authority}.`);
}

/** Shares with the own account in the forms that are accepted: no other grantee need exist. */
const shares: readonly ((parts: TemplateParts) => PolicyDocument)[] = [
  ({ sids }) => ownAccountShare(sids),
  ({ sids }) => ownAccountShare([sids[1], sids[0]]),
  ({ sids: [sid] }) => ownAccountShare([`${sid}read`, `${sid}issue`]),
];

function documentedPolicy(place: number, pick: number): PolicyDocument | undefined {
  return shares[pick % shares.length]?.(partsOf(place));
}

/** The Sids say which call of the program put the policy. */
function partsOf(place: number): TemplateParts {
  return {
    grantee: '444455556666',
    sids: [`call${place}a`, `call${place}b`],
    organization: 'o-example0000',
    share: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
    proxy: 'proxy',
  };
}
