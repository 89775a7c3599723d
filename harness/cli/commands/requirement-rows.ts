// What `list` and `explain` say about a requirement: the catalogue's entry joined with the checks that judge it.

import fc from 'fast-check';
import { allChecks } from '../../../suites/all-checks.js';
import type { Case, Step } from '../../api/case.js';
import { requirements, type RequirementId } from '../../catalogue/index.js';
import type { Requirement } from '../../catalogue/requirement.js';
import { sources, type Source } from '../../catalogue/sources.js';
import type { Check } from '../../run/cases/check.js';

export interface RequirementRow extends Omit<Requirement, 'sources' | 'unjudged' | 'judgedThrough'> {
  readonly id: RequirementId;
  readonly sources: readonly Source[];
  readonly checks: readonly Pick<Check, 'id' | 'title'>[];
  /** Why nothing judges it. */
  readonly unjudged: { readonly verdict: 'excluded' | 'not-testable'; readonly reason: string } | null;
}

export function requirementRow(id: RequirementId): RequirementRow {
  const { sources: keys, unjudged, judgedThrough: _through, ...entry } = requirements[id];
  const checks = checksOfRequirement(id).map(({ id: checkId, title }) => ({ id: checkId, title }));
  return {
    id,
    ...entry,
    sources: keys.flatMap((key) => sourceOf(key)),
    checks,
    unjudged: unjudged ?? null,
  };
}

/** Its own checks, and those of the requirements through which it is judged. */
function checksOfRequirement(id: RequirementId): readonly Check[] {
  const ids: readonly string[] = [id, ...(requirements[id].judgedThrough ?? [])];
  return allChecks.filter(({ requirement }) => ids.includes(requirement));
}

function sourceOf(key: string): readonly Source[] {
  return Object.entries(sources).flatMap(([name, source]) => (name === key ? [source] : []));
}

export interface Examples {
  readonly accepted: Step | undefined;
  readonly rejected: Step | undefined;
  /** The one edit between the two, if there is one. */
  readonly edit: string | undefined;
}

/** The simplest accepted and refused calls among the cases of the requirement's checks. */
export function examplesOf(id: RequirementId): Examples {
  const cases = checksOfRequirement(id).flatMap(({ inputClasses }) =>
    inputClasses.flatMap((inputClass) => fc.sample(inputClass.cases, { seed: 1, numRuns: 1 })),
  );
  const rejecting = cases.find((each) => rejectedStep(each) !== undefined);
  return {
    accepted: acceptedStep(rejecting) ?? cases.map((each) => acceptedStep(each)).find((step) => step !== undefined),
    rejected: rejectedStep(rejecting),
    edit: rejecting?.edit,
  };
}

function acceptedStep(subject: Case | undefined): Step | undefined {
  return subject?.steps.find(({ role, acceptable }) => role === 'control' || acceptable?.[0] === 'Success');
}

function rejectedStep(subject: Case | undefined): Step | undefined {
  return subject?.steps.find(({ acceptable }) => acceptable !== undefined && !acceptable.includes('Success'));
}
