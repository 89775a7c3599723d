// The objections to Policy as a string: to its length, characters and JSON, then to its content.

import { constraintsOf, violatesConstraint, type Constraints } from '../../api/constraints.js';
import type { ModelRevision } from '../../api/service-model.js';
import { checkPolicyContent } from './check-policy-content.js';
import { withFirstValuesLast, type JsonObject } from './json-access.js';
import { duplicateKeyIn, parseJsonDocument, type JsonNode } from './json-document.js';
import { rememberLatest } from './latest.js';
import { mayBeAccepted, mayBeUnreadable, type Objection } from './objection.js';
import type { PolicyContext } from './policy-context.js';

/** The objections to a policy that is put on a CA; empty exactly for the documented shapes. */
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
    objections.push(mayBeUnreadable('POL-04'));
  }
  if (text.length > constraints.undisputedPolicyLength / 2) objections.push(mayBeAccepted('POL-01'));
  // The policies of the live tests begin with a brace, and IAM's parser rejects leading white space.
  if (/^\s/.test(text)) objections.push(mayBeUnreadable('POL-08'));
  if (isDeep(parsed.root)) objections.push(mayBeUnreadable('POL-37'));
  // A backslash in JSON is an escape, and no published policy has one.
  if (text.includes('\\')) objections.push(mayBeAccepted('POL-08'));
  if (duplicateKeyIn(parsed.root) === undefined) return [...objections, ...checkPolicyContent(parsed.root, context)];
  objections.push({ requirement: 'POL-07', answers: ['InvalidPolicyException', 'ValidationException', 'Success'] });
  return [...objections, ...checkEitherValue(parsed.root, context)];
}

/** The nesting depth above which a parser with a limit may reject a document. */
const undisputedDepth = 100;

function isDeep(root: JsonNode, depth = 0): boolean {
  if (depth > undisputedDepth) return true;
  if (root.kind === 'object') return root.members.some(({ value }) => isDeep(value, depth + 1));
  return root.kind === 'array' && root.items.some((item) => isDeep(item, depth + 1));
}

/** For duplicate keys either value may be effective, so the more permissive judgement counts. */
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
  // A lone surrogate is not valid Unicode, so the whole body may be unreadable (WIRE-10).
  const isUnicode = !/\p{Surrogate}/u.test(text);
  return { requirement, answers: isUnicode ? answers : [...answers, 'SerializationException'] };
}
