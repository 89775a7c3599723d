// The objections to the condition of a statement (POL-12, POL-26, POL-40 to POL-43).

import { crossAccountTemplates, issueAction } from '../../api/actions.js';
import { memberOf, stringsOf, type JsonObject } from './json-access.js';
import type { JsonNode } from './json-document.js';
import { mayBeAccepted, mayBeRefused, mayBeUnreadable, unheardOf, type Objection } from './objection.js';
import type { PolicyContext } from './policy-context.js';

interface Entry {
  readonly operator: string;
  readonly key: string;
  readonly value: JsonNode;
}

/** The operator of each documented key in the published policies. */
const documentedOperators: Readonly<Record<string, string>> = {
  'acm-pca:TemplateArn': 'StringEquals',
  'aws:PrincipalOrgID': 'StringEquals',
  'aws:PrincipalAccount': 'StringNotEquals',
  'aws:SourceArn': 'ArnEquals',
};

/** The condition keys of a statement in lower case, because IAM ignores their case. */
export function conditionKeysOf(statement: JsonObject): readonly string[] {
  return entriesOf(memberOf(statement, 'Condition')).map(({ key }) => key.toLowerCase());
}

export function checkCondition(statement: JsonObject, context: PolicyContext): readonly Objection[] {
  const condition = memberOf(statement, 'Condition');
  if (condition !== undefined && !isConditionBlock(condition)) return [unheardOf('POL-42')];
  const entries = entriesOf(condition);
  return [
    ...(condition !== undefined && entries.length === 0 ? [mayBeUnreadable('POL-42')] : []),
    ...entries.filter(({ operator }) => !knownOperator.test(operator)).map(() => unheardOf('POL-41')),
    ...entries.flatMap((entry) => checkEntry(entry, statement, context)),
    ...checkOrganization(statement, entries),
    ...checkTemplatePresence(statement, entries),
  ];
}

/**
 * The operators of IAM, in any case; others are not in the grammar.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const knownOperator =
  /^(For(All|Any)Values?:)?(String(Not)?(Equals(IgnoreCase)?|Like)|(Numeric|Date)((Not)?Equals|(Less|Greater)Than(Equals)?)|Arn(Not)?(Equals|Like)|(Not)?IpAddress|BinaryEquals|Bool)(IfExists)?$|^Null$/i;

function isConditionBlock(node: JsonNode): boolean {
  return (
    node.kind === 'object' &&
    node.members.every(
      ({ value }) => value.kind === 'object' && value.members.every((member) => stringsOf(member.value) !== undefined),
    )
  );
}

function entriesOf(condition: JsonNode | undefined): readonly Entry[] {
  if (condition?.kind !== 'object') return [];
  return condition.members.flatMap(({ key: operator, value: block }) =>
    block.kind === 'object' ? block.members.map(({ key, value }) => ({ operator, key, value })) : [],
  );
}

function checkEntry({ operator, key, value }: Entry, statement: JsonObject, context: PolicyContext): Objection[] {
  const documentedKey = Object.keys(documentedOperators).find((known) => known.toLowerCase() === key.toLowerCase());
  if (documentedKey === undefined) return [mayBeAccepted('POL-42')];
  const objections: Objection[] = [];
  if (documentedKey !== key) objections.push(mayBeAccepted('POL-43'));
  if (value.kind !== 'string') objections.push(mayBeAccepted('POL-42'));
  const documentedOperator = documentedOperators[documentedKey] ?? '';
  if (operator !== documentedOperator) {
    const sameInOtherCase = operator.toLowerCase() === documentedOperator.toLowerCase();
    objections.push(sameInOtherCase ? mayBeRefused('POL-43') : otherOperator(documentedKey));
  }
  const values = stringsOf(value) ?? [];
  if (documentedKey === 'acm-pca:TemplateArn') {
    return [...objections, ...values.flatMap((template) => checkTemplate(template, statement, context))];
  }
  if (documentedKey === 'aws:PrincipalOrgID' && !values.every((id) => organizationId.test(id))) {
    objections.push(mayBeAccepted('POL-35'));
  }
  const namesOther = documentedKey === 'aws:PrincipalAccount' && values.some((account) => account !== context.account);
  return namesOther ? [...objections, mayBeAccepted('POL-42')] : objections;
}

/** Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
const organizationId = /^o-[a-z0-9]{10,32}$/;

function otherOperator(key: string): Objection {
  return mayBeAccepted(key === 'acm-pca:TemplateArn' ? 'POL-41' : 'POL-42');
}

/** Every published policy shows EndEntityCertificate/V1, that of the proxy SubordinateCACertificate_PathLen0/V1. */
function checkTemplate(value: string, statement: JsonObject, { partition }: PolicyContext): Objection[] {
  const match = /^arn:([^:]*):acm-pca:::template\/([^/]+)\/V1$/.exec(value);
  if (match === null || !crossAccountTemplates.includes(match[2] ?? '')) return [mayBeAccepted('POL-26')];
  const objections = match[1] === partition ? [] : [mayBeRefused('POL-40')];
  const published = isForService(statement) ? 'SubordinateCACertificate_PathLen0' : 'EndEntityCertificate';
  return match[2] === published ? objections : [...objections, mayBeAccepted('POL-26')];
}

function isForService(statement: JsonObject): boolean {
  const principal = memberOf(statement, 'Principal');
  return principal?.kind === 'object' && memberOf(principal, 'Service') !== undefined;
}

/** An organization share that does not exclude the owner is the superseded form (POL-12). */
function checkOrganization(statement: JsonObject, entries: readonly Entry[]): Objection[] {
  const names = entries.map(({ key }) => key.toLowerCase());
  if (!names.includes('aws:principalorgid')) return [];
  const principal = memberOf(statement, 'Principal');
  const isEverybody = principal?.kind === 'string' && principal.value === '*';
  if (!isEverybody) return [mayBeAccepted('POL-42')];
  return names.includes('aws:principalaccount') ? [] : [mayBeAccepted('POL-12')];
}

/** In every published policy the issue statement has a template condition, and no other statement has (POL-26). */
function checkTemplatePresence(statement: JsonObject, entries: readonly Entry[]): Objection[] {
  const node = memberOf(statement, 'Action');
  const issues = node !== undefined && (stringsOf(node) ?? []).includes(issueAction);
  const hasTemplate = entries.some(({ key }) => key.toLowerCase() === 'acm-pca:templatearn');
  return issues === hasTemplate ? [] : [mayBeAccepted('POL-26')];
}
