// The objections to the content of a policy document: to its elements, each statement, and the whole.

import { checkActions } from './check-actions.js';
import { checkCondition } from './check-condition.js';
import { checkPrincipal } from './check-principal.js';
import { checkResource } from './check-resource.js';
import { checkShape } from './check-shape.js';
import { memberOf, type JsonObject } from './json-access.js';
import type { JsonNode } from './json-document.js';
import { malformed, mayBeAccepted, mayBeRefused, unheardOf, type Objection } from './objection.js';
import type { PolicyContext } from './policy-context.js';
import { documentElements, statementElements } from '../../api/policy-elements.js';

export function checkPolicyContent(document: JsonObject, context: PolicyContext): readonly Objection[] {
  const objections = [
    ...checkElements(document, documentElements),
    ...checkVersion(memberOf(document, 'Version')),
    ...checkId(memberOf(document, 'Id')),
  ];
  const statements = statementsOf(memberOf(document, 'Statement'));
  if (statements === undefined) return [...objections, notAStatement];
  if (memberOf(document, 'Statement')?.kind === 'object') objections.push(mayBeAccepted('POL-38'));
  if (statements.length > 2) objections.push(mayBeAccepted('POL-39'));
  return [
    ...objections,
    ...statements.flatMap((statement) => checkStatement(statement, context)),
    ...checkShape(statements),
  ];
}

const notAStatement = malformed('POL-38');

function statementsOf(node: JsonNode | undefined): readonly JsonObject[] | undefined {
  const items = node?.kind === 'array' ? node.items : node === undefined ? [] : [node];
  const statements = items.flatMap((item) => (item.kind === 'object' ? [item] : []));
  return statements.length > 0 && statements.length === items.length ? statements : undefined;
}

/** Unknown elements, and known ones in another case (POL-37, POL-43). */
function checkElements(node: JsonObject, known: readonly string[]): Objection[] {
  const inLowerCase = known.map((element) => element.toLowerCase());
  return node.members
    .filter(({ key }) => !known.includes(key))
    .map(({ key }) => mayBeRefused(inLowerCase.includes(key.toLowerCase()) ? 'POL-43' : 'POL-37'));
}

function checkVersion(version: JsonNode | undefined): Objection[] {
  if (version === undefined) return [mayBeAccepted('POL-36')];
  if (version.kind === 'null') return [unheardOf('POL-36')];
  if (version.kind !== 'string') return [malformed('POL-36')];
  if (version.value === '2012-10-17') return [];
  return [version.value === '2008-10-17' ? mayBeAccepted('POL-36') : malformed('POL-36')];
}

function checkId(id: JsonNode | undefined): Objection[] {
  if (id === undefined) return [];
  return [id.kind === 'string' ? mayBeAccepted('POL-37') : unheardOf('POL-37')];
}

function checkStatement(statement: JsonObject, context: PolicyContext): Objection[] {
  return [
    ...checkElements(statement, statementElements),
    ...checkSid(memberOf(statement, 'Sid')),
    ...checkEffect(memberOf(statement, 'Effect')),
    ...checkPrincipal(statement),
    ...checkActions(statement),
    ...checkResource(statement, context),
    ...checkCondition(statement, context),
  ];
}

/** The longest published Sid: a UUID and `-external-principals`. */
const maxSidLength = 56;

/** A Sid may have any observed characters: letters, digits, hyphens (POL-14, POL-16). */
function checkSid(sid: JsonNode | undefined): Objection[] {
  if (sid === undefined) return [];
  if (sid.kind !== 'string') return [unheardOf('POL-14')];
  const hasObservedForm = /^[A-Za-z0-9-]+$/.test(sid.value) && sid.value.length <= maxSidLength;
  return hasObservedForm ? [] : [mayBeAccepted('POL-14')];
}

function checkEffect(effect: JsonNode | undefined): Objection[] {
  if (effect?.kind === 'string' && effect.value === 'Allow') return [];
  if (effect?.kind === 'string' && effect.value === 'Deny') {
    return [{ requirement: 'POL-30', answers: ['InvalidPolicyException', 'LockoutPreventedException'] }];
  }
  return [malformed('POL-30')];
}
