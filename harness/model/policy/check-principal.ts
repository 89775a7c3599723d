// The objections to the principal of a statement (POL-33, POL-34, POL-35).

import { conditionKeysOf } from './check-condition.js';
import { memberOf, stringsOf, type JsonObject } from './json-access.js';
import type { JsonNode } from './json-document.js';
import { malformed, mayBeAccepted, mayBeRefused, unheardOf, type Objection } from './objection.js';

const refused: Objection = { requirement: 'POL-33', answers: ['InvalidPolicyException'] };

export function checkPrincipal(statement: JsonObject): readonly Objection[] {
  if (memberOf(statement, 'NotPrincipal') !== undefined) return [refused];
  const principal = memberOf(statement, 'Principal');
  if (principal === undefined) return [malformed('POL-33')];
  if (principal.kind === 'string') return checkPrincipalText(principal.value, statement);
  if (principal.kind !== 'object' || principal.members.length === 0) return [malformed('POL-33')];
  return [
    ...(principal.members.length > 1 ? [mayBeAccepted('POL-33')] : []),
    ...principal.members.flatMap(({ key, value }) => checkPrincipalEntry(key, value, statement)),
  ];
}

function checkPrincipalText(text: string, statement: JsonObject): Objection[] {
  if (text !== '*') return [malformed('POL-33')];
  if (hasKey(statement, publishedNarrowings)) return [];
  return [hasKey(statement, otherNarrowings) ? mayBeAccepted('POL-33') : mayBeRefused('POL-34')];
}

/** The condition keys that restrict a statement for every account to an organization or a source. */
const publishedNarrowings = ['aws:principalorgid', 'aws:principalorgpaths', 'aws:sourcearn', 'aws:sourceaccount'];

/**
 * The other keys with which AWS regards a policy as not public.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
const otherNarrowings = [
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
];

function hasKey(statement: JsonObject, keys: readonly string[]): boolean {
  return conditionKeysOf(statement).some((key) => keys.includes(key));
}

function checkPrincipalEntry(key: string, value: JsonNode, statement: JsonObject): Objection[] {
  if (key === 'Federated' || key === 'CanonicalUser') return [refused];
  if (key !== 'AWS' && key !== 'Service') {
    return [['aws', 'service'].includes(key.toLowerCase()) ? mayBeRefused('POL-43') : malformed('POL-33')];
  }
  const principals = stringsOf(value);
  if (principals === undefined || principals.length === 0) return [malformed('POL-33')];
  const objections = value.kind === 'array' ? [mayBeAccepted('POL-33')] : [];
  const check = key === 'AWS' ? checkAwsPrincipal : checkServicePrincipal;
  return [...objections, ...principals.flatMap((principal) => check(principal, statement))];
}

function checkAwsPrincipal(principal: string, statement: JsonObject): Objection[] {
  if (/^[0-9]{12}$/.test(principal)) return [];
  if (principal === '*') {
    return [hasKey(statement, [...publishedNarrowings, ...otherNarrowings]) ? mayBeAccepted('POL-33') : refused];
  }
  if (/^arn:aws[a-z-]*:iam::[0-9]{12}:(root|user\/.+|role\/.+)$/.test(principal)) return [mayBeAccepted('POL-33')];
  if (/^[0-9]+$/.test(principal) || /^arn:[^:]+:iam::[0-9]*:root$/.test(principal))
    return [malformedAccount(principal)];
  // That an undocumented principal is rejected is inferred, so a separate check of level note judges it.
  return [unheardOf('POL-33')];
}

/** An account has 12 digits; a root ARN with 12 digits that is not a known principal has an unknown partition. */
function malformedAccount(principal: string): Objection {
  return /:[0-9]{12}:root$/.test(principal) ? unheardOf('POL-33') : malformed('POL-35');
}

/** One service is documented, with a source condition (POL-13); others have no published shape (POL-25). */
function checkServicePrincipal(principal: string, statement: JsonObject): Objection[] {
  if (principal !== 'proxy.network-firewall.amazonaws.com') return [mayBeAccepted('POL-25')];
  return hasKey(statement, publishedNarrowings) ? [] : [mayBeAccepted('POL-13')];
}
