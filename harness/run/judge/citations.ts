// Which requirements a wrong answer breaks. This is why a check fails only for its own requirement.

import { callerErrors, commonErrors } from '../../api/common-errors.js';
import type { PolicyOperation } from '../../api/operation.js';
import { policyTextOf, type Outcome } from '../../api/outcome.js';
import { serviceErrors, serviceModels, newestModelRevision } from '../../api/service-model.js';
import type { RequirementId } from '../../catalogue/index.js';
import type { PolicyOperationName } from '../../catalogue/requirement.js';
import { documentedForms, formsKey } from '../../model/policy/documented-forms.js';
import { objectedBy, type ObjectedBy, type PolicyOracle } from '../../model/oracle.js';
import { policiesOverlap, policyContains } from '../../model/policy/policy-contains.js';
import { policiesAreEquivalent } from '../../model/policy/policy-equivalence.js';
import type { CertificateAuthority, ServiceState } from '../../model/state/state.js';

/** The requirements that a wrong answer breaks. */
export interface Citation {
  /** The requirements that the answer breaks or may break, the most likely first. Never empty. */
  readonly cites: readonly RequirementId[];
  /**
   * Which requirements explain the answer, in tiers, the most general first. If one of an earlier tier fails in the same
   * run by the same answer, no requirement of a later tier, or outside of the tiers, is charged with it.
   */
  readonly tiers: readonly (readonly RequirementId[])[];
}

/** One judged call of a case, as far as it affects later answers. */
export interface CaseEvent {
  readonly kind: 'put' | 'delete' | 'read' | 'move' | 'restore';
  /** The ARN that the call named, its id in lower case. */
  readonly arn: string;
  /** The policy that was put. */
  readonly text?: string | undefined;
  /** Whether the call succeeded; for a read, whether its answer was correct. */
  readonly accepted: boolean;
  /** The requirement that the input of the call was made for, if any. */
  readonly requirement?: RequirementId | undefined;
}

export interface CitationContext {
  readonly oracle: PolicyOracle;
  /** A state that explains the answers so far. */
  readonly state: ServiceState;
  /** The calls of the case so far. */
  readonly events: readonly CaseEvent[];
  /** The forms of policies that the target accepted before in the run. */
  readonly acceptedForms: ReadonlySet<string>;
  /** The requirement that the input of the call is made for, if any. */
  readonly requirement?: RequirementId | undefined;
}

/** A form of policies as it was accepted, in the state of its CA. */
export function acceptedForm({ status }: Pick<CertificateAuthority, 'status'>, key: string): string {
  return `${status} ${key}`;
}

/** The ARN as events carry it: an id in upper case may name the same CA (ARN-10). */
export function eventArn(arn: string): string {
  return arn.toLowerCase();
}

/** The requirement that lists the errors of an operation. */
export const errorListOf: Readonly<Record<PolicyOperationName, RequirementId>> = {
  PutPolicy: 'PP-03',
  GetPolicy: 'GP-06',
  DeletePolicy: 'DP-05',
};

const successForm: Readonly<Record<PolicyOperationName, RequirementId>> = {
  PutPolicy: 'WIRE-02',
  GetPolicy: 'WIRE-03',
  DeletePolicy: 'WIRE-04',
};

/** Whether no page and no model documents an error of this name. */
export function isUnknownError(name: string): boolean {
  return !serviceErrors.includes(name) && !commonErrors.includes(name);
}

/** Whether the model has the error, but not for this operation. */
function isUndeclared(operation: PolicyOperationName, name: string): boolean {
  return serviceErrors.includes(name) && !serviceModels[newestModelRevision].errors[operation].includes(name);
}

/** The requirements that an answer breaks if the oracle does not allow it. Pure. */
export function citationOf(context: CitationContext, operation: PolicyOperation, outcome: Outcome): Citation {
  const { kind } = operation;
  const { cites, tiers } = citationOfAnswer(context, operation, outcome);
  const form = brokenForm(kind, outcome);
  return form === undefined ? { cites, tiers } : { cites: unique([form, ...cites]), tiers: [[form], ...tiers] };
}

/** The requirement about answers in general that an answer breaks. */
function brokenForm(kind: PolicyOperationName, outcome: Outcome): RequirementId | undefined {
  if (outcome.kind === 'service-error') return isUndeclared(kind, outcome.error) ? errorListOf[kind] : undefined;
  if (outcome.kind !== 'http-fault') return undefined;
  return outcome.status === undefined || outcome.status >= 400 ? 'WIRE-11' : successForm[kind];
}

/** The name of an error, or a word for one without a name; undefined if the call succeeded in some form. */
function errorIn(outcome: Outcome): string | undefined {
  if (outcome.kind === 'http-fault') return (outcome.status ?? 400) >= 400 ? 'no name' : undefined;
  return outcome.kind === 'service-error' ? outcome.error : undefined;
}

function citationOfAnswer(context: CitationContext, operation: PolicyOperation, outcome: Outcome): Citation {
  const { kind } = operation;
  const error = errorIn(outcome);
  const { state, events } = context;
  const { forbidding, open } = objectionsOf(context, operation);
  if (forbidding.length > 0) return citationOfFlaw(kind, forbidding, error);
  const authority = state.authorities.get(operation.input.ResourceArn);
  if (authority === undefined) return { cites: open.length > 0 ? open : ['ISO-01'], tiers: [] };
  if (error !== undefined && open.length > 0) {
    // The same text was accepted before, so its content is not the reason for the refusal.
    const isRepeated = operation.kind === 'PutPolicy' && wasAccepted(events, authority, operation.input.Policy);
    const flaw = citationOfFlaw(kind, open, error);
    return isRepeated ? { cites: [...flaw.cites, 'PP-02'], tiers: [['PP-02'], ...flaw.tiers] } : flaw;
  }
  if (error === 'InvalidStateException') return citationOfState(kind, authority, events);
  switch (operation.kind) {
    case 'PutPolicy':
      return citationOfRefusedPut(context, authority, operation.input.Policy, error ?? '');
    case 'GetPolicy':
      return citationOfRead(context, authority, outcome);
    case 'DeletePolicy':
      return {
        cites: unique([
          authority.policy === undefined ? 'DP-02' : 'DP-01',
          ...movesSince(eventsOn(events, authority.arn)),
          stateRequirement(authority),
        ]),
        tiers: [unknownName(kind, error), ['DP-01', 'DP-02']],
      };
    default:
      return operation satisfies never;
  }
}

/** The requirements that a second answer breaks if it differs from the first answer to the same call. Pure. */
export function citationOfChangedVerdict(
  context: Pick<CitationContext, 'oracle' | 'state' | 'requirement'>,
  operation: PolicyOperation,
): Citation {
  const { forbidding, open } = objectionsOf(context, operation);
  const own = [...forbidding, ...open];
  return { cites: own.length > 0 ? [...own, 'POL-29', 'PP-02'] : ['PP-02'], tiers: [['PP-02'], own] };
}

/** The requirements that forbid a call; if its input was made for one requirement, only that one. */
function objectionsOf(
  { oracle, state, requirement }: Pick<CitationContext, 'oracle' | 'state' | 'requirement'>,
  operation: PolicyOperation,
): ObjectedBy {
  const { forbidding, open } = objectedBy(oracle, state, operation);
  if (requirement === undefined) return { forbidding, open };
  if (forbidding.length > 0) return { forbidding: [requirement], open: [] };
  return { forbidding, open: open.length > 0 ? [requirement] : [] };
}

/** A call that is not allowed in the state of the CA. */
function citationOfState(
  kind: PolicyOperationName,
  authority: CertificateAuthority,
  events: readonly CaseEvent[],
): Citation {
  const state = stateRequirement(authority);
  const plain = { PutPolicy: 'PP-01', GetPolicy: 'GP-03', DeletePolicy: 'DP-01' } as const;
  const own = kind === 'DeletePolicy' && authority.policy === undefined ? 'DP-02' : plain[kind];
  return { cites: unique([state, ...movesSince(eventsOn(events, authority.arn)), own]), tiers: [[state]] };
}

function only(requirement: RequirementId): Citation {
  return { cites: [requirement], tiers: [[requirement]] };
}

function unknownName(operation: PolicyOperationName, error: string | undefined): readonly RequirementId[] {
  return error !== undefined && isUnknownError(error) ? [errorListOf[operation]] : [];
}

/** A flawed or unusual input that was accepted, or refused with a wrong error name. */
function citationOfFlaw(
  operation: PolicyOperationName,
  broken: readonly RequirementId[],
  error: string | undefined,
): Citation {
  // With two faults, either may be named (PP-04); two unusual forms are also judged together (POL-29).
  const isAboutPolicy = operation === 'PutPolicy' && broken.some((id) => id.startsWith('POL-'));
  const shared: readonly RequirementId[] = isAboutPolicy ? ['POL-29'] : [];
  const either: readonly RequirementId[] = broken.length > 1 ? ['PP-04'] : [];
  if (error === undefined) return { cites: [...broken, ...shared], tiers: [broken] };
  const named: readonly (readonly RequirementId[])[] = isAboutPolicy ? contentNames : [];
  return { cites: [...broken, ...either, ...shared], tiers: [unknownName(operation, error), ...named, broken] };
}

/**
 * One wrong name for all refusals of content is one fault: the first of these requirements stands for it.
 * POL-21 is where InvalidPolicyException is documented.
 */
const contentNames: readonly (readonly RequirementId[])[] = [
  ['POL-21'],
  ['POL-27'],
  ['POL-28'],
  ['POL-30'],
  ['POL-31'],
  ['POL-33'],
  ['POL-05'],
];

/** The requirement about the operations in the state of the CA. */
function stateRequirement({ status }: CertificateAuthority): RequirementId {
  if (status === 'PENDING_CERTIFICATE') return 'ST-05';
  return status === 'DELETED' ? 'ST-06' : 'ST-04';
}

function wasAccepted(events: readonly CaseEvent[], { arn }: CertificateAuthority, policy: string): boolean {
  return eventsOn(events, arn).some(({ kind, text, accepted }) => kind === 'put' && accepted && text === policy);
}

function citationOfRefusedPut(
  { state, events, acceptedForms }: CitationContext,
  authority: CertificateAuthority,
  text: string,
  error: string,
): Citation {
  const own = eventsOn(events, authority.arn);
  const { grantee, forms, key } = documentedForms(text, state.caller.account);
  const accepted = own.filter(({ kind, accepted: isAccepted }) => kind === 'put' && isAccepted);
  const moves = movesSince(own);
  if (authority.policy === text) return { cites: ['PP-02', ...moves], tiers: [['PP-02']] };
  const isLikeAccepted =
    accepted.some(({ text: before = '' }) => before === text || formsKey(before, state.caller.account) === key) ||
    acceptedForms.has(acceptedForm(authority, key));
  if (isLikeAccepted) {
    return { cites: unique(['PP-01', ...moves, 'GP-07', stateRequirement(authority)]), tiers: [['PP-01']] };
  }
  // A refused call may have had an effect.
  const afterRefusal: readonly RequirementId[] = own.some((event) => isChange(event) && !event.accepted)
    ? ['GP-07']
    : [];
  // Other objections are about the CA.
  const isAboutCa = ['ResourceNotFoundException', 'InvalidArnException', ...callerErrors].includes(error);
  const unknown = unknownName('PutPolicy', error);
  if (isAboutCa) return { cites: unique([stateRequirement(authority), ...moves]), tiers: [] };
  return {
    cites: unique([grantee, ...forms, 'POL-29', ...moves, stateRequirement(authority), ...afterRefusal]),
    // If a control was accepted, the reason for the refusal is the difference from it.
    tiers: accepted.length > 0 ? [unknown, [grantee, ...forms]] : [unknown, forms, [grantee]],
  };
}

function eventsOn(events: readonly CaseEvent[], arn: string): readonly CaseEvent[] {
  const named = eventArn(arn);
  return events.filter((event) => event.arn === named);
}

/** The requirements about the changes of state among the calls. */
function movesSince(events: readonly CaseEvent[]): readonly RequirementId[] {
  if (events.some(({ kind }) => kind === 'restore')) return ['ST-03'];
  return events.some(({ kind }) => kind === 'move') ? ['ST-04'] : [];
}

function isChange({ kind }: CaseEvent): boolean {
  return kind === 'put' || kind === 'delete';
}

function citationOfRead(context: CitationContext, authority: CertificateAuthority, outcome: Outcome): Citation {
  const { events } = context;
  const arn = eventArn(authority.arn);
  const lastChange = events.findLastIndex((event) => event.arn === arn && isChange(event) && event.accepted);
  const lastRead = events.findLastIndex((event) => event.arn === arn && event.kind === 'read' && event.accepted);
  const wasSeen = lastRead > lastChange;
  const between = events.slice((wasSeen ? lastRead : lastChange) + 1);
  const refused = between.filter((event) => isChange(event) && !event.accepted);
  const suspects: RequirementId[] = [
    ...(between.some((event) => isChange(event) && event.accepted && event.arn !== arn) ? ['ISO-01' as const] : []),
    ...(refused.length > 0 ? ['GP-07' as const] : []),
    ...refused.flatMap(({ requirement }) => (requirement === undefined ? [] : [requirement])),
    ...movesSince(between.filter((event) => event.arn === arn)),
  ];
  // An empty text is no policy.
  const returned = policyTextOf(outcome) || undefined;
  const same = (text: string | undefined): boolean =>
    returned !== undefined && text !== undefined && policiesAreEquivalent(text, returned);
  const holds = (text: string | undefined): boolean =>
    returned !== undefined && text !== undefined && policyContains(returned, text);
  const shares = (text: string | undefined): boolean =>
    returned !== undefined && text !== undefined && policiesOverlap(returned, text);
  const puts = events.filter(({ kind }) => kind === 'put');
  const origin: RequirementId[] = [];
  if (puts.some((put) => !put.accepted && same(put.text))) origin.push('GP-07');
  if (puts.some((put) => put.arn !== arn && put.accepted && same(put.text))) origin.push('ISO-01');
  const former = puts.filter((put) => put.arn === arn && put.accepted && !sameText(put.text, authority.policy));
  const isFormer = former.some(({ text }) => same(text) || (holds(authority.policy) && shares(text)));
  if (wasSeen) {
    if (authority.policy === undefined && isFormer && suspects.length === 0) return only('DP-01');
    const cites = unique([...origin, ...suspects, ...(suspects.length === 0 ? (['GP-07'] as const) : [])]);
    return { cites, tiers: [['GP-07']] };
  }
  const last = events[lastChange];
  const name = errorIn(outcome);
  const unknown = unknownName('GetPolicy', name);
  const stateId = stateRequirement(authority);
  if (authority.policy === undefined) {
    // Another error than the documented one, or an answer without a policy, is about the answer if there is no policy.
    if (returned === undefined) {
      return { cites: unique(['GP-01', ...movesSince(between), stateId]), tiers: [unknown, ['GP-01']] };
    }
    if (last?.kind === 'delete') return { cites: unique(['DP-01', ...origin, ...suspects]), tiers: [['DP-01']] };
    const tiers: Citation['tiers'] = origin.length > 0 ? [origin] : [['GP-01']];
    return { cites: unique([...origin, ...suspects, 'GP-01']), tiers };
  }
  if (name === 'ResourceNotFoundException') {
    const made: readonly RequirementId[] = last?.requirement === undefined ? [] : [last.requirement];
    return { cites: unique(['PP-01', ...made, ...suspects, 'CC-01', stateId]), tiers: [['PP-01'], made] };
  }
  if (name !== undefined) return { cites: [stateId], tiers: [unknown, [stateId]] };
  const put = { kind: 'PutPolicy', input: { ResourceArn: authority.arn, Policy: authority.policy } } as const;
  const about = { ...context, requirement: last?.requirement };
  const { forbidding, open } = objectionsOf(about, put);
  const made: readonly RequirementId[] = last?.requirement === undefined ? [] : [last.requirement];
  // That a grantee may not exist does not affect how a policy is stored.
  const unusual = unique([...made, ...forbidding, ...open]).filter((id) => id !== 'POL-35' || made.includes(id));
  if (returned === undefined) {
    const hasNoValue = outcome.kind === 'success' && outcome.output['Policy'] === undefined;
    const form = hasNoValue ? 'GP-03' : 'WIRE-03';
    return { cites: unique([form, ...unusual, stateId]), tiers: [[form], unusual] };
  }
  if (isFormer) {
    // An unusual form may have been changed into the plain one that was stored before.
    const cites = unique([...unusual, 'PP-01', ...origin, ...suspects, 'CC-01', stateId]);
    return { cites, tiers: [['PP-01'], ['GP-03'], unusual] };
  }
  if (origin.length > 0) return { cites: unique([...origin, ...suspects]), tiers: [] };
  if (wasReadBefore(events, arn, authority.policy)) {
    return { cites: unique(['GP-07', 'PP-02', ...unusual, 'POL-29']), tiers: [['GP-07'], ['PP-02'], unusual] };
  }
  return {
    cites: unique([...(unusual.length > 0 ? unusual : (['GP-03'] as const)), 'POL-29', ...suspects, stateId]),
    tiers: [['GP-03'], unusual],
  };
}

/** Whether the same policy was put and read back correctly before. */
function wasReadBefore(events: readonly CaseEvent[], arn: string, policy: string): boolean {
  const own = events.filter((event) => event.arn === arn);
  return own.some(
    (event, index) =>
      event.kind === 'put' && event.accepted && event.text === policy && own[index + 1]?.kind === 'read',
  );
}

function sameText(left: string | undefined, right: string | undefined): boolean {
  return left === right;
}

function unique(ids: readonly RequirementId[]): readonly RequirementId[] {
  return [...new Set(ids)];
}
