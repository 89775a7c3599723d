// What the evidence says against a Policy as a string: length, characters, JSON. The content comes after.

import { constraintsOf, violatesConstraint, type Constraints } from '../api/constraints.js';
import type { ModelRevision } from '../api/service-model.js';
import { checkPolicyContent } from './check-policy-content.js';
import { withFirstValuesLast, type JsonObject } from './json-access.js';
import { duplicateKeyIn, parseJsonDocument } from './json-document.js';
import { rememberLatest } from './latest.js';
import { mayBeAccepted, type Objection } from './objection.js';
import type { PolicyContext } from './policy-context.js';

/** The objections to a policy text that is put on a CA; empty exactly for the documented shapes. */
export function objectionsToPolicy(
  { revision }: Constraints,
  text: string,
  { authorityArn, partition, account }: PolicyContext,
): readonly Objection[] {
  return objectionsTo(text, authorityArn, partition, account, revision);
}

const objectionsTo = rememberLatest(
  (text: string, authorityArn: string, partition: string, account: string, revision: ModelRevision) =>
    findObjections(constraintsOf(revision), text, { authorityArn, partition, account }),
);

function findObjections(constraints: Constraints, text: string, context: PolicyContext): readonly Objection[] {
  const violation = violatesConstraint(text, constraints.policy);
  if (violation !== undefined) return [outsideConstraint(violation === 'length' ? 'POL-02' : 'POL-03', text)];
  const parsed = parseJsonDocument(text);
  if (parsed.kind === 'malformed' || parsed.root.kind !== 'object' || parsed.root.members.length === 0) {
    return [{ requirement: 'POL-05', answers: ['InvalidPolicyException', 'ValidationException'] }];
  }
  const objections: Objection[] = [];
  if (text.length > constraints.undisputedPolicyLength) {
    objections.push({ requirement: 'POL-04', answers: ['Success', 'InvalidPolicyException', 'ValidationException'] });
  }
  // Within JSON a backslash stands in strings only; no published policy has an escape.
  if (text.includes('\\')) objections.push(mayBeAccepted('POL-08'));
  if (duplicateKeyIn(parsed.root) === undefined) return [...objections, ...checkPolicyContent(parsed.root, context)];
  objections.push({ requirement: 'POL-07', answers: ['InvalidPolicyException', 'ValidationException', 'Success'] });
  return [...objections, ...checkEitherValue(parsed.root, context)];
}

/** Where keys are repeated, either value may be the effective one: the milder judgement counts. */
function checkEitherValue(document: JsonObject, context: PolicyContext): readonly Objection[] {
  const withLastValues = checkPolicyContent(document, context);
  const withFirstValues = checkPolicyContent(withFirstValuesLast(document), context);
  return allowsSuccess(withLastValues) ? withLastValues : withFirstValues;
}

function allowsSuccess(objections: readonly Objection[]): boolean {
  return objections.every(({ answers }) => answers.includes('Success'));
}

function outsideConstraint(requirement: 'POL-02' | 'POL-03', text: string): Objection {
  const answers = ['ValidationException', 'InvalidPolicyException', 'RequestEntityTooLargeException'] as const;
  // Half of a surrogate pair is no Unicode text, so that the body of the request may not be readable at all (WIRE-10).
  const isUnicode = !/\p{Surrogate}/u.test(text);
  return { requirement, answers: isUnicode ? answers : [...answers, 'SerializationException'] };
}
