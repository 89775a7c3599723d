// Tests that equivalence permits every form in which a service may return a policy, and no other difference.

import fc, { type GeneratorValue } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePolicyDifference, policiesAreEquivalent, toleratedDifferences } from './policy-equivalence.js';

/** Two spellings of one principal, as JSON texts. */
const [id, root] = ['"111122223333"', '"arn:aws:iam::111122223333:root"'];
const ca = 'arn:aws:acm-pca:us-east-1:444455556666:certificate-authority/11223344-1234-1122-2233-112233445566';

// The account share of https://docs.aws.amazon.com/privateca/latest/userguide/pca-rbp.html.
const read = `{"Sid":"read","Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":["acm-pca:GetCertificate","acm-pca:ListTags"],"Resource":"${ca}"}`;
const issue = `{"Sid":"issue","Effect":"Allow","Principal":{"AWS":["111122223333"]},"Action":["acm-pca:IssueCertificate"],"Resource":"${ca}","Condition":{"StringEquals":{"acm-pca:TemplateArn":"arn:aws:acm-pca:::template/EndEntityCertificate/V1"}}}`;
const realisticPolicy = `{"Version":"2012-10-17","Statement":[${read},${issue}]}`;

const everyPolicy = [
  realisticPolicy,
  `{"Version":"2012-10-17","Statement":[${issue}]}`,
  `{"Statement":[{"Principal":"*","Action":"a","Condition":{"StringEquals":{"acm-pca:TemplateArn":["x","y"],"aws:PrincipalOrgID":"o-1"},"StringNotEquals":{"aws:PrincipalAccount":"111122223333"}}}],"Id":"b"}`,
  `{"Statement":{"NotPrincipal":{"AWS":[${id},${root},"*"]},"NotAction":["a","b","a"],"NotResource":["c","d"]}}`,
];

describe('policiesAreEquivalent', () => {
  it('accepts a policy in another spelling and refuses another policy', () => {
    const sent = '{"Statement":[{"Sid":"a","Principal":{"AWS":"111122223333"},"Action":["x","y"]}]}';
    const returned = `{ "Statement": {"Action": ["y", "\\u0078"], "Sid": "a", "Principal": {"AWS": [${root}]}} }`;
    expect(areEquivalent(sent, returned)).toBe(true);
    expect(areEquivalent(sent, returned.replace('"Sid": "a"', '"Sid": "b"'))).toBe(false);
  });

  it.each([
    ['white space', '{"Id":"a"}', '\t{ "Id" :\r\n"a" } '],
    ['an escape in a value', '{"Id":"a/b"}', '{"Id":"\\u0061\\/b"}'],
    ['an escape in a key', '{"Id":"a"}', '{"\\u0049d":"a"}'],
    ['key order in the policy', '{"Id":"a","Version":"b"}', '{"Version":"b","Id":"a"}'],
    ['key order in an unknown member', '{"X":{"a":1,"b":2}}', '{"X":{"b":2,"a":1}}'],
    ['one statement without brackets', '{"Statement":{"Sid":"a"}}', '{"Statement":[{"Sid":"a"}]}'],
    ['statement order', '{"Statement":[{"Sid":"a"},{"Sid":"b"}]}', '{"Statement":[{"Sid":"b"},{"Sid":"a"}]}'],
    ['key order in an array of objects', '[{"a":1,"b":2}]', '[ {"b":2, "a":1} ]'],
    ['nothing in equal texts that are not JSON', '{"Id":', '{"Id":'],
    ['nothing in equal texts with a duplicate key', '{"Id":1,"Id":2}', '{"Id":1,"Id":2}'],
    ...['Action', 'NotAction', 'Resource', 'NotResource'].flatMap((name) => [
      [`brackets around one ${name}`, statement(`"${name}":"a"`), statement(`"${name}":["a"]`)],
      [`order in ${name}`, statement(`"${name}":["a","b","a"]`), statement(`"${name}":["a","a","b"]`)],
    ]),
    ...['Principal', 'NotPrincipal'].flatMap((name) => [
      [`brackets in ${name}`, statement(`"${name}":{"Service":"a"}`), statement(`"${name}":{"Service":["a"]}`)],
      [`order in ${name}`, statement(`"${name}":{"AWS":["a","b"]}`), statement(`"${name}":{"AWS":["b","a"]}`)],
      [`the id in ${name}`, statement(`"${name}":{"AWS":${id}}`), statement(`"${name}":{"AWS":${root}}`)],
    ]),
    ['brackets around one condition value', condition('"a"'), condition('["a"]')],
    ['order of condition values', condition('["a",1]'), condition('[1,"a"]')],
    ['an unknown element of the document', '{"Id":"a"}', '{"Id":"a","X":["a",{"b":null}]}'],
    ['an unknown element of a statement', statement('"Sid":"a"'), statement('"Sid":"a","Comment":5')],
    ['an element outside its place', '{"Action":["a","b"]}', '{}'],
    ['an empty Sid', statement('"Sid":""'), statement('')],
    ['an empty Id', '{"Id":""}', '{}'],
    ['a Sid that is null', statement('"Sid":null'), statement('')],
    ['an empty list of resources', statement('"Resource":[]'), statement('')],
    ['the case of an action', statement('"Action":"acm-pca:ListTags"'), statement('"Action":"ACM-PCA:listtags"')],
    ['the case of a condition key', condition('"a"'), condition('"a"').replace('aws:key', 'AWS:Key')],
    ['the case of an element', statement('"Action":["a"]'), statement('"action":["a"]')],
    ['an unknown element that is a known one in another case', statement('"sid":"a"'), statement('')],
    ['the type of a number in a condition', condition('5'), condition('"5"')],
    ['the spelling of a number in a condition', condition('5.0'), condition('5')],
    ['the type of a boolean in a condition', condition('true'), condition('["true"]')],
    ['the type of a number in a Sid', statement('"Sid":1'), statement('"Sid":"1"')],
    ['the type of an account', principal('AWS', id), principal('AWS', '111122223333')],
    ['brackets around a number', statement('"Action":1'), statement('"Action":[1]')],
    ['the partition of a root ARN', principal('AWS', id), principal('AWS', root.replace('aws', 'aws-cn'))],
    ['the partition of two root ARNs', principal('AWS', root), principal('AWS', root.replace('aws', 'aws-us-gov'))],
    ['the form of everybody', statement('"Principal":"*"'), principal('AWS', '["*"]')],
    ['the case of an Effect', statement('"Effect":"Allow"'), statement('"Effect":"allow"')],
  ])('ignores %s', (_name, left, right) => {
    expect([areEquivalent(left, right), areEquivalent(right, left)]).toStrictEqual([true, true]);
    expect(describePolicyDifference(left, right)).toStrictEqual([]);
  });

  it.each([
    ['a repeated statement', '{"Statement":[{"Sid":"a"},{"Sid":"a"}]}', '{"Statement":[{"Sid":"a"}]}'],
    ['brackets around a list of statements', '{"Statement":[{"Sid":"a"}]}', '{"Statement":[[{"Sid":"a"}]]}'],
    ['brackets around a Statement that is a string', '{"Statement":"a"}', '{"Statement":["a"]}'],
    ['no statement and an empty list', '{}', '{"Statement":[]}'],
    ['order in a document that is not an object', '["a","b"]', '["b","a"]'],
    ['an object and a list', '{}', '[]'],
    ['white space around what is not JSON', '{"Id":', '{"Id": '],
    ['JSON and what is not JSON', '{"Id":1}', '{"Id":1,}'],
    ['a repeated action', statement('"Action":["a","a"]'), statement('"Action":["a"]')],
    ['which action is repeated', statement('"Action":["a","a","b"]'), statement('"Action":["a","b","b"]')],
    ['a nested list', statement('"Action":["a"]'), statement('"Action":[["a"]]')],
    ['brackets around an Effect', statement('"Effect":"Allow"'), statement('"Effect":["Allow"]')],
    ['brackets around everyone', statement('"Principal":"*"'), statement('"Principal":["*"]')],
    ['11 digits', principal('AWS', '"11112222333"'), principal('AWS', '"arn:aws:iam::11112222333:root"')],
    ['13 digits', principal('AWS', '"1111222233334"'), principal('AWS', '"arn:aws:iam::1111222233334:root"')],
    ['a role and the root user', principal('AWS', id), principal('AWS', root.replace('root', 'role/root'))],
    ['an id outside AWS', principal('Service', id), principal('Service', root)],
    ['an id outside a map', statement(`"Principal":${id}`), statement(`"Principal":${root}`)],
    ['an id as Resource', statement(`"Resource":${id}`), statement(`"Resource":${root}`)],
    ['an id in a condition', condition(id), condition(root)],
    ['two partitions outside a root ARN', role('aws'), role('aws-cn')],
    [
      'a number that no double holds and the greatest',
      statement('"Sid":1e400'),
      statement('"Sid":1.7976931348623157e308'),
    ],
    ['the case of an operator', condition('"a"'), condition('"a"').replace('StringEquals', 'stringequals')],
    ['the case of a condition value', condition('"a"'), condition('"A"')],
    ['the case of a resource', statement('"Resource":"a"'), statement('"Resource":"A"')],
    ['the case of a Sid', statement('"Sid":"a"'), statement('"Sid":"A"')],
    ['the case of a principal type', principal('AWS', id), principal('aws', id)],
    ['everybody and somebody else', principal('AWS', '["*","a"]'), statement('"Principal":"*"')],
    ['everybody and every service', principal('Service', '"*"'), statement('"Principal":"*"')],
    ['an Effect and another', statement('"Effect":"Allow"'), statement('"Effect":"deny"')],
    ['the older Version and the present one', '{"Version":"2008-10-17"}', '{"Version":"2012-10-17"}'],
    ['no Version and the present one', '{}', '{"Version":"2012-10-17"}'],
  ])('keeps apart %s', (_name, left, right) => {
    expect([areEquivalent(left, right), areEquivalent(right, left)]).toStrictEqual([false, false]);
    expect(describePolicyDifference(left, right)).not.toStrictEqual([]);
  });

  it.each([
    ['a Version that was left out', '{"Version":"2008-10-17"}', '{}'],
    ['a Condition that was added', statement(''), statement('"Condition":{}')],
  ])('tells %s from one that is added or left out where it may be', (_name, sent, returned) => {
    expect([areEquivalent(sent, returned), areEquivalent(returned, sent)]).toStrictEqual([false, true]);
  });

  it.each([
    ['the first value', '{"Id":1,"Id":2}', '{"Id":1}', true],
    ['the last value', '{"Id":1,"Id":2}', '{"Id":2}', true],
    ['not the middle value', '{"Id":1,"Id":2,"Id":3}', '{"Id":2}', false],
    ['all first values', '{"Id":1,"Id":2,"Version":1,"Version":2}', '{"Id":1,"Version":1}', true],
    ['not a first and a last value', '{"Id":1,"Id":2,"Version":1,"Version":2}', '{"Id":1,"Version":2}', false],
    ['the first value where the other text holds it last', '{"Id":1,"Id":2}', '{"Id":3,"Id":1}', true],
    ['one action of a statement', statement('"Action":"a","Action":"b"'), statement('"Action":["a"]'), true],
    ['one value in a document that is not an object', '[{"a":1,"a":2}]', '[{"a":1}]', true],
  ])('reads duplicate keys as %s', (_name, left, right, expected) => {
    expect([areEquivalent(left, right), areEquivalent(right, left)]).toStrictEqual([expected, expected]);
  });

  it('compares 100,000 levels of nesting, wherever they are', () => {
    const levels = 100_000;
    const deep = (core: string): string => `[${'{"a":['.repeat(levels / 2)}${core}${']}'.repeat(levels / 2)}]`;
    expect(areEquivalent(deep('1'), deep(' 1'))).toBe(true);
    expect(areEquivalent(deep('1'), deep('2'))).toBe(false);
    const inAction = (core: string): string => statement(`"Action":${'['.repeat(levels)}${core}${']'.repeat(levels)}`);
    expect(describePolicyDifference(inAction('1'), inAction('2'))).toHaveLength(1);
  });

  it('compares policies of thousands of statements', () => {
    const sids = Array.from({ length: 5_000 }, (_unused, index) => `{"Sid":"${index}"}`);
    const [sent, returned] = [`{"Statement":[${sids.join(',')}]}`, `{"Statement":[${sids.toReversed().join(',')}]}`];
    expect(toleratedDifferences(sent.padEnd(81_920), returned)).toHaveLength(1);
    expect(describePolicyDifference(sent, returned.replaceAll('"Sid":"1', '"Sid":"x'))).toHaveLength(10);
  });

  it('is reflexive, symmetric and transitive on the spellings of one policy', () => {
    const isEquivalence = fc.property(fc.constantFrom(...everyPolicy), fc.gen(), (policy, choose) => {
      const spellings = [policy, respell(choose, policy), respell(choose, policy)];
      for (const left of spellings) {
        for (const right of spellings) expect(areEquivalent(left, right), `${left}\n${right}`).toBe(true);
      }
    });
    fc.assert(isEquivalence, { numRuns: 100, endOnFailure });
  });

  it.each([
    ['drops a Sid', '"Sid":"read",', ''],
    ['alters a Sid', '"Sid":"read"', '"Sid":"Read"'],
    ['repeats the other Sid', '"Sid":"read"', '"Sid":"issue"'],
    ['turns Allow into Deny', '"Allow"', '"Deny"'],
    ['drops an Effect', '"Effect":"Allow",', ''],
    ['drops an action', ',"acm-pca:ListTags"', ''],
    ['alters an action', 'acm-pca:ListTags', 'acm-pca:ListPermissions'],
    ['repeats an action', '"acm-pca:ListTags"', '"acm-pca:ListTags","acm-pca:ListTags"'],
    ['turns Action into NotAction', '"Action"', '"NotAction"'],
    ['changes a digit of an account', '"AWS":"111122223333"', '"AWS":"111122223334"'],
    ['adds an account', '"AWS":"111122223333"', '"AWS":["111122223333","444455556666"]'],
    ['turns an account into a service', '"AWS":', '"Service":'],
    ['drops a principal', '"Principal":{"AWS":"111122223333"},', ''],
    ['changes a digit of the CA id', '112233445566"', '112233445567"'],
    ['adds a resource', `"Resource":"${ca}"`, `"Resource":["${ca}","*"]`],
    ['drops a resource', `,"Resource":"${ca}"`, ''],
    ['alters a condition operator', '"StringEquals"', '"StringLike"'],
    ['alters a condition key', '"acm-pca:TemplateArn"', '"acm-pca:TemplateArns"'],
    ['alters a condition value', '/V1"', '/V2"'],
    ['drops a condition', /,"Condition":\{"StringEquals":\{[^}]*\}\}/, ''],
    ['alters the Version', '2012-10-17', '2008-10-17'],
    ['drops the Version', '"Version":"2012-10-17",', ''],
    ['adds an Id', '"Version"', '"Id":"a","Version"'],
    ['removes a statement', `,${issue}`, ''],
    ['repeats a statement', issue, `${issue},${issue}`],
  ])('notices a change that %s, however the policy is spelled', (_name, before, after) => {
    const corrupted = realisticPolicy.replace(before, after);
    const isNoticed = fc.property(fc.gen(), (choose) => {
      const [sent, returned] = [respell(choose, realisticPolicy), respell(choose, corrupted)];
      const answers = [areEquivalent(sent, returned), areEquivalent(returned, sent)];
      expect(answers, `${sent}\n${returned}`).toStrictEqual([false, false]);
      expect(toleratedDifferences(sent, returned)).toStrictEqual([]);
      expect(describePolicyDifference(sent, returned)).not.toStrictEqual([]);
    });
    fc.assert(isNoticed, { numRuns: 10, endOnFailure });
  });
});

describe('toleratedDifferences', () => {
  const order = 'returned the statements in another order';

  it.each([
    ['for two statements in another order', '{"Sid":"a"},{"Sid":"b"}', '{"Sid":"b"},{"Sid":"a"}', [order]],
    ['for equal statements around another', '{"Sid":"a"},{},{}', '{},{"Sid":"a"},{}', [order]],
    ['not for one order', '{"Sid":"a"},{"Sid":"b"}', '{"Sid":"a"}, {"Sid":"b"}', []],
    ['not for equal statements', '{},{}', '{}, {}', []],
    ['not for another order of actions', '{"Action":["a","b"]},{}', '{"Action":["b","a"]},{}', []],
    ['not for policies that differ', '{"Sid":"a"},{"Sid":"b"}', '{"Sid":"b"},{"Sid":"c"}', []],
    ['not for another form of the own account', `{"Principal":{"AWS":${id}}}`, `{"Principal":{"AWS":${root}}}`, []],
  ])('names the order of statements %s', (_name, left, right, expected) => {
    expect(toleratedDifferences(`{"Statement":[${left}]}`, `{"Statement":[${right}]}`)).toStrictEqual(expected);
  });

  it.each([
    ['everybody', statement('"Principal":"*"'), principal('AWS', '"*"'), /"\*"/],
    ['an Effect in another case', statement('"Effect":"Allow"'), statement('"Effect":"ALLOW"'), /Effect/],
    ['an added default Version', '{"Id":"a"}', '{"Id":"a","Version":"2008-10-17"}', /Version/],
    ['an empty Condition that is left out', statement('"Condition":{}'), statement(''), /Condition/],
    ['a Condition of null that is left out', statement('"Condition":null'), statement(''), /Condition/],
    ['a Condition without keys', statement('"Condition":{"StringEquals":{}}'), statement(''), /Condition/],
  ])('names %s', (_name, sent, returned, words) => {
    expect(areEquivalent(sent, returned)).toBe(true);
    expect(toleratedDifferences(sent, returned)).toStrictEqual([expect.stringMatching(words)]);
  });

  it('names each of several', () => {
    const sent = '{"Statement":[{"Sid":"a","Principal":"*"},{"Sid":"b"}]}';
    const returned = '{"Version":"2008-10-17","Statement":[{"Sid":"b"},{"Sid":"a","Principal":{"AWS":"*"}}]}';
    expect(toleratedDifferences(sent, returned)).toHaveLength(3);
  });

  it('names nothing for equal texts that are not JSON', () => {
    expect(toleratedDifferences('{', '{')).toStrictEqual([]);
  });
});

describe('describePolicyDifference', () => {
  it.each([
    ['a Sid', statement('"Sid":"a"'), statement(''), '/Statement/0/Sid: sent "a", returned nothing'],
    ['a member', '{}', '{"Version":"b"}', '/Version: sent nothing, returned "b"'],
    ['one item of three', '{"Id":[1,1,1]}', '{"Id":[3,1,1]}', '/Id/2: sent 1, returned 3'],
    ['a statement', '{"Statement":[]}', statement('"Sid":1'), '/Statement/0: sent nothing, returned {"Sid":1}'],
    ['an order that counts', '{"Id":["a","b"]}', '{"Id":["b","a"]}', '/Id: the same items in another order'],
    [
      'an action as it was written',
      statement('"Action":"ListTags"'),
      statement('"Action":[]'),
      '/Statement/0/Action: sent ["ListTags"], returned nothing',
    ],
    [
      'a condition key as it was written',
      condition('5').replace('aws:key', 'aws:Key'),
      condition('6'),
      '/Statement/0/Condition/StringEquals/aws:Key/0: sent 5, returned 6',
    ],
    ['another kind of document', '{}', '[]', 'the whole text: sent {}, returned []'],
    ['the last of two values', '{"Id":1,"Id":2}', '{"Id":3}', '/Id: sent 2, returned 3'],
    [
      'a key that needs escapes',
      statement('"Principal":{"a/b~\\n":1}'),
      statement('"Principal":{"a/b~\\n":2}'),
      '/Statement/0/Principal/a~1b~0\\n/0: sent 1, returned 2',
    ],
  ])('names %s', (_name, sent, returned, line) => {
    expect(describePolicyDifference(sent, returned)).toStrictEqual([line]);
  });

  it('says what is not JSON', () => {
    expect(describePolicyDifference('{}', '{,')).toStrictEqual([
      'the returned text is not JSON: expected a member name or "}", found ",", at offset 1',
      'the whole text: sent "{}", returned "{,"',
    ]);
  });

  it('shows two long values around their first difference', () => {
    const long = 'a'.repeat(300);
    expect(describePolicyDifference(`{"Id":"${long}x"}`, `{"Id":"${long}y"}`)).toStrictEqual([
      `/Id: sent …${long.slice(0, 52)}x", returned …${long.slice(0, 52)}y"`,
    ]);
  });

  it('gives at most 10 lines of at most 200 characters for any two texts, and none for equivalent ones', () => {
    const longMembers = fc.array(fc.nat({ max: 99 }), { minLength: 12 }).map((numbers) => {
      const members = numbers.map((number, index) => `"${'/'.repeat(index * 10)}${index}":"${'x'.repeat(number)}"`);
      return `{${members.join(',')}}`;
    });
    const almostJson = fc.string({ unit: fc.constantFrom(...'{}[]":,1\\\n') });
    const text = fc.oneof(fc.constantFrom(...everyPolicy), fc.json(), almostJson, longMembers);
    const isShort = fc.property(text, text, (sent, returned) => {
      const lines = describePolicyDifference(sent, returned);
      expect(lines.length > 0).toBe(!areEquivalent(sent, returned));
      expect(lines.length).toBeLessThanOrEqual(10);
      expect(lines.filter((line) => line.length > 200 || line.includes('\n'))).toStrictEqual([]);
    });
    fc.assert(isShort, { numRuns: 200 });
  });
});

function areEquivalent(left: string, right: string): boolean {
  return policiesAreEquivalent(left, right);
}

function statement(members: string): string {
  return `{"Statement":[{${members}}]}`;
}

function principal(type: string, value: string): string {
  return statement(`"Principal":{"${type}":${value}}`);
}

function role(partition: string): string {
  return principal('AWS', `"arn:${partition}:iam::111122223333:role/a"`);
}

function condition(value: string): string {
  return statement(`"Condition":{"StringEquals":{"aws:key":${value}}}`);
}

/** Not shrunk, because choices of fc.gen shrink for minutes; the message has both texts. */
const endOnFailure = true;

/** Members that may be a string or a list of one. */
const listMembers = /^(Not)?(Action|Resource)$|^AWS$|^aws:|^acm-pca:/;

/** Writes a policy as a service may return it, with random choices where GP-03 and GP-04 permit several. */
function respell(choose: GeneratorValue, policy: string): string {
  const value = respellValue(choose, JSON.parse(policy), '');
  const text = JSON.stringify(value, null, choose(fc.constantFrom, '', ' ', '\t', '\r\n'));
  const escaped = choose(fc.array, fc.boolean(), { minLength: 7, maxLength: 7 });
  const respellCharacter = (character: string, offset: number): string =>
    escaped[offset % 7] === true ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character;
  return text.replaceAll(/"[^"]*"/g, (quoted) => quoted.replaceAll(/[^"]/g, respellCharacter));
}

function respellValue(choose: GeneratorValue, value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    const items = shuffle(choose, value).map((item) => respellItem(choose, item, key));
    return items.length === 1 && choose(fc.boolean) ? items[0] : items;
  }
  const mayBeList = key === 'Statement' || (typeof value === 'string' && listMembers.test(key));
  const item = respellItem(choose, value, key);
  return mayBeList && choose(fc.boolean) ? [item] : item;
}

function respellItem(choose: GeneratorValue, value: unknown, key: string): unknown {
  if (typeof value === 'object' && value !== null) {
    const members = shuffle(choose, Object.entries(value));
    return Object.fromEntries(members.map(([name, member]) => [name, respellValue(choose, member, name)]));
  }
  const account = key === 'AWS' ? /^(?:arn:aws:iam::)?([0-9]{12})(?::root)?$/.exec(String(value))?.[1] : undefined;
  if (account === undefined) return value;
  return choose(fc.boolean) ? account : `arn:aws:iam::${account}:root`;
}

function shuffle<Item>(choose: GeneratorValue, items: readonly Item[]): readonly Item[] {
  return choose(() => fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length }));
}
