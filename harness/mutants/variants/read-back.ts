// Freedoms in how a read returns a policy.

import { issueAction, readActions } from '../../api/actions.js';
import { documentElements, statementElements } from '../../api/policy-elements.js';
import {
  documentOf,
  inDocument,
  inElements,
  inStatements,
  inTexts,
  isPlainObject,
  listed,
  only,
  textOf,
  textsOf,
  without,
  type PlainObject,
} from '../documents.js';
import { mends, reads, stores } from '../mutate.js';
import { named } from '../named.js';
import type { Variant } from '../variant.js';

const withoutEmptyConditions = inStatements((statement) => {
  const { Condition } = statement;
  const isEmpty = Condition === null || (isPlainObject(Condition) && Object.keys(Condition).length === 0);
  return isEmpty ? without(statement, 'Condition') : statement;
});

function withSortedKeys(draft: PlainObject): PlainObject {
  const sorted = Object.entries(draft).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map(withSortedKeysInside) : withSortedKeysInside(value),
    ]),
  );
}

function withSortedKeysInside(value: unknown): unknown {
  return isPlainObject(value) ? withSortedKeys(value) : value;
}

const documentedNames = [...readActions, issueAction, 'acm-pca:TemplateArn'];

function rootArn(principal: string): string {
  return principal.replace(/^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/, 'arn:aws-us-gov:iam::$1:root');
}

/** A number that a double cannot represent stays as it is. */
function textOfNumber(value: unknown): unknown {
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
}

export const readBackVariants = named<Variant>({
  'ascii-on-read': {
    freedom: 'A document is returned without white space, and in ASCII.',
    permittedBy: 'GP-04',
    mutate: reads((text) => textOf(documentOf(text))),
  },
  'default-version-on-read': {
    freedom: 'A policy without Version is returned with the one that IAM takes for it.',
    permittedBy: 'GP-04',
    mutate: reads(inDocument((document) => ({ Version: '2008-10-17', ...document }))),
  },
  'drops-empty-conditions': {
    freedom: 'A Condition that is empty or null is accepted, and is no longer there on read.',
    permittedBy: 'GP-04',
    mutate: stores(({ text, judge }) => {
      const kept = withoutEmptyConditions(text);
      return kept !== text && judge(kept).kind === 'success' ? kept : undefined;
    }),
  },
  'drops-empty-texts-on-read': {
    freedom: 'A Sid and an Id without characters come back as none.',
    permittedBy: 'GP-04',
    mutate: reads((text) =>
      inStatements((statement) => (statement['Sid'] === '' ? without(statement, 'Sid') : statement))(
        inDocument((document) => (document['Id'] === '' ? without(document, 'Id') : document))(text),
      ),
    ),
  },
  'drops-unknown-elements': {
    freedom: 'Elements that IAM does not know are accepted, and are no longer there on read.',
    permittedBy: 'GP-04',
    mutate: mends((text) =>
      inStatements((statement) => only(statement, statementElements))(
        inDocument((document) => only(document, documentElements))(text),
      ),
    ),
  },
  'effects-in-another-case-on-read': {
    freedom: 'The effect of a statement is returned in lower case, which the comparison of GP-03 ignores.',
    permittedBy: 'GP-04',
    mutate: reads(inElements('Effect', (effect) => String(effect).toLowerCase())),
  },
  'everybody-of-aws-on-read': {
    freedom: 'The principal "*" is returned as {"AWS":"*"}, which IAM calls equal.',
    permittedBy: 'GP-04',
    mutate: reads(inElements('Principal', (principal) => (principal === '*' ? { AWS: '*' } : principal))),
  },
  'indented-on-read': {
    freedom: 'A document is returned indented.',
    permittedBy: 'GP-04',
    mutate: reads((text) => textOf(documentOf(text), 2)),
  },
  'keys-in-order-on-read': {
    freedom: 'The keys of a document come back in alphabetical order.',
    permittedBy: 'GP-04',
    mutate: reads(inDocument(withSortedKeys)),
  },
  'lists-of-one-without-brackets-on-read': {
    freedom: 'A list of one is returned as its only text.',
    permittedBy: 'GP-04',
    mutate: reads(inTexts((value) => (Array.isArray(value) && value.length === 1 ? value[0] : value))),
  },
  'names-in-documented-case-on-read': {
    freedom: 'Actions and condition keys come back in the case in which they are documented.',
    permittedBy: 'GP-04',
    mutate: reads((text) =>
      documentedNames.reduce((changed, name) => changed.replaceAll(new RegExp(`"${name}"`, 'gi'), `"${name}"`), text),
    ),
  },
  'root-arn-on-read': {
    freedom: 'An account is returned as the ARN of its root.',
    permittedBy: 'GP-04',
    mutate: reads((text) => text.replaceAll(/"AWS":"(\d{12})"/g, '"AWS":"arn:aws:iam::$1:root"')),
  },
  'root-arns-of-another-partition-on-read': {
    freedom: 'An account is returned as the ARN of its root user in another partition.',
    permittedBy: 'GP-04',
    mutate: reads(
      inElements('Principal', (principal) =>
        isPlainObject(principal) && 'AWS' in principal
          ? { ...principal, AWS: listed(principal['AWS']).map((each) => rootArn(String(each))) }
          : principal,
      ),
    ),
  },
  'single-texts-in-brackets-on-read': {
    freedom: 'A single text is returned as a list of one.',
    permittedBy: 'GP-04',
    mutate: reads(inTexts((value) => (typeof value === 'string' ? [value] : value))),
  },
  'statements-and-actions-in-opposite-order-on-read': {
    freedom: 'The statements, and the actions of each, come back in the opposite order.',
    permittedBy: 'GP-04',
    mutate: reads((text) =>
      inElements('Action', (actions) => (Array.isArray(actions) ? textsOf(actions).toReversed() : actions))(
        inDocument((document) => {
          const { Statement } = document;
          return Array.isArray(Statement) ? { ...document, Statement: Statement.toReversed() } : document;
        })(text),
      ),
    ),
  },
  'turns-numbers-into-texts': {
    freedom: 'Numbers in the place of texts are accepted, and come back as texts.',
    permittedBy: 'GP-04',
    mutate: mends((text) => inElements('Sid', textOfNumber)(inTexts(textOfNumber)(text))),
  },
});
