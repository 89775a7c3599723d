// The evaluator of policies: truth tables written by hand from the pages that it cites, and properties over any policy.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issueAction, readActions } from '../../api/actions.js';
import type { CallerFacts, Rights } from '../../api/principal.js';
import type { AccessRequest } from './access-request.js';
import { decide, type Verdict } from './decide.js';
import { matchesGlob } from './glob.js';
import { all, any, not, type Truth } from './truth.js';

const owner = '111122223333';
const grantee = '444455556666';
const arn = `arn:aws:acm-pca:us-east-1:${owner}:certificate-authority/12345678-1234-4123-8123-123456789012`;
const endEntity = 'arn:aws:acm-pca:::template/EndEntityCertificate/V1';
const describeAction = 'acm-pca:DescribeCertificateAuthority';

function caller(account: string, rights: Rights = 'all', more: Partial<CallerFacts> = {}): CallerFacts {
  return { account, arn: `arn:aws:iam::${account}:user/one`, organization: 'none', rights, ...more };
}

function asked(by: CallerFacts, action: string = describeAction, template?: string): AccessRequest {
  return { caller: by, action, authorityArn: arn, template };
}

type Statement = Readonly<Record<string, unknown>>;

function policy(...statements: readonly Statement[]): string {
  const filled = statements.map((statement) => ({ Effect: 'Allow', Action: readActions, Resource: arn, ...statement }));
  return JSON.stringify({ Version: '2012-10-17', Statement: filled });
}

const toGrantee = policy(
  { Principal: { AWS: grantee } },
  {
    Principal: { AWS: grantee },
    Action: issueAction,
    Condition: { StringEquals: { 'acm-pca:TemplateArn': endEntity } },
  },
);

describe('both sides across accounts, either side within one', () => {
  // Source: the evaluation logic within one account and across accounts.
  test.each<[string, CallerFacts, string | undefined, Verdict]>([
    ['the owner without a policy', caller(owner), undefined, 'allowed'],
    ['the owner under a policy for another', caller(owner), toGrantee, 'allowed'],
    ['an own identity without permissions', caller(owner, 'none'), undefined, 'refused'],
    ['an own identity without permissions under a policy for another', caller(owner, 'none'), toGrantee, 'refused'],
    [
      'an own identity that the policy names',
      caller(owner, 'none'),
      policy({ Principal: { AWS: `arn:aws:iam::${owner}:user/one` } }),
      'allowed',
    ],
    [
      'an own identity under a grant to its account',
      caller(owner, 'none'),
      policy({ Principal: { AWS: owner } }),
      'either',
    ],
    ['a grantee', caller(grantee), toGrantee, 'allowed'],
    ['a grantee without permissions', caller(grantee, 'none'), toGrantee, 'refused'],
    ['another account without a policy', caller(grantee), undefined, 'refused'],
    ['another account than the grantee', caller('777788889999'), toGrantee, 'refused'],
  ])('%s', (_name, by, text, expected) => {
    expect(decide(text, asked(by))).toBe(expected);
  });
});

describe('principals', () => {
  test.each<[string, unknown, Verdict]>([
    ['the account id', { AWS: grantee }, 'allowed'],
    ['the root ARN', { AWS: `arn:aws:iam::${grantee}:root` }, 'allowed'],
    ['its own ARN', { AWS: `arn:aws:iam::${grantee}:user/one` }, 'allowed'],
    ['the ARN of another identity', { AWS: `arn:aws:iam::${grantee}:user/two` }, 'refused'],
    ['one of a list', { AWS: ['777788889999', grantee] }, 'allowed'],
    ['everybody', '*', 'allowed'],
    ['everybody as an AWS principal', { AWS: '*' }, 'allowed'],
    ['a service', { Service: 'proxy.network-firewall.amazonaws.com' }, 'refused'],
    ['a canonical user', { CanonicalUser: '0123' }, 'either'],
    ['a session', { AWS: `arn:aws:sts::${grantee}:assumed-role/one/session` }, 'either'],
  ])('%s', (_name, Principal, expected) => {
    expect(decide(policy({ Principal }), asked(caller(grantee)))).toBe(expected);
  });
});

describe('conditions', () => {
  const member = { organization: { id: 'o-example0000', path: 'o-example0000/r-ab12/ou-ab12-11111111/' } };
  // An absent key makes positive operators false and negated ones true.
  test.each<[string, Statement, Partial<CallerFacts>, Verdict]>([
    ['the organization of the caller', { StringEquals: { 'aws:PrincipalOrgID': 'o-example0000' } }, member, 'allowed'],
    ['another organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-other00000' } }, member, 'refused'],
    ['an organization, in none', { StringEquals: { 'aws:PrincipalOrgID': 'o-example0000' } }, {}, 'refused'],
    ['an organization if it exists, in none', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-x' } }, {}, 'allowed'],
    ['no organization, in none', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-example0000' } }, {}, 'allowed'],
    [
      'an organization, unknown',
      { StringEquals: { 'aws:PrincipalOrgID': 'o-x' } },
      { organization: undefined },
      'either',
    ],
    ['a unit', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-example0000/*' } }, member, 'allowed'],
    [
      'another unit',
      { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-example0000/r-ab12/ou-x/*' } },
      member,
      'refused',
    ],
    ['not the account of the owner', { StringNotEquals: { 'aws:PrincipalAccount': owner } }, {}, 'allowed'],
    ['not the account of the caller', { StringNotEquals: { 'aws:PrincipalAccount': grantee } }, {}, 'refused'],
    ['a source, which only services have', { ArnEquals: { 'aws:SourceArn': 'arn:aws:a:b:c:d' } }, {}, 'refused'],
    ['a template on a read', { StringEquals: { 'acm-pca:TemplateArn': endEntity } }, {}, 'refused'],
    [
      'a template on a read, if it exists',
      { StringEqualsIfExists: { 'acm-pca:TemplateArn': endEntity } },
      {},
      'allowed',
    ],
    ['a key in other case', { StringEquals: { 'AWS:principalaccount': grantee } }, {}, 'allowed'],
    ['an operator that is not modelled', { NumericEquals: { 'aws:PrincipalAccount': grantee } }, {}, 'either'],
    ['a policy variable', { StringEquals: { 'aws:PrincipalAccount': '${aws:PrincipalAccount}' } }, {}, 'either'],
    ['a key that is not modelled', { StringEquals: { 'aws:ResourceTag/a': 'b' } }, {}, 'either'],
  ])('%s', (_name, Condition, facts, expected) => {
    const text = policy({ Principal: '*', Condition });
    expect(decide(text, asked(caller(grantee, 'all', facts)))).toBe(expected);
  });
});

describe('templates of certificates', () => {
  test.each<[string, string | undefined, Verdict]>([
    ['the granted one', endEntity, 'allowed'],
    ['another', 'arn:aws:acm-pca:::template/CodeSigningCertificate/V1', 'refused'],
    ['another version', 'arn:aws:acm-pca:::template/EndEntityCertificate/V2', 'refused'],
    ['none', undefined, 'either'],
    ['the granted one in another partition', 'arn:aws-cn:acm-pca:::template/EndEntityCertificate/V1', 'either'],
    ['the granted one in lower case', endEntity.toLowerCase(), 'either'],
  ])('%s', (_name, template, expected) => {
    expect(decide(toGrantee, asked(caller(grantee), issueAction, template))).toBe(expected);
  });

  test('none under a grant for another template', () => {
    const text = toGrantee.replace('EndEntityCertificate', 'CodeSigningCertificate');
    expect(decide(text, asked(caller(grantee), issueAction))).toBe('refused');
  });
});

describe('actions and resources', () => {
  test.each<[string, Statement, Verdict]>([
    ['another action', { Action: issueAction }, 'refused'],
    ['an action in other case', { Action: describeAction.toUpperCase() }, 'allowed'],
    ['a wildcard', { Action: 'acm-pca:Describe*' }, 'allowed'],
    ['another CA', { Resource: arn.replace('12345678', '87654321') }, 'refused'],
    ['every resource', { Resource: '*' }, 'allowed'],
    ['a list with a pattern of it', { Resource: ['x', `${arn.slice(0, -1)}?`] }, 'allowed'],
    ['a certificate of the CA', { Resource: `${arn}/certificate/1` }, 'either'],
    ['a denial', { Effect: 'Deny' }, 'refused'],
  ])('%s', (_name, statement, expected) => {
    expect(decide(policy({ Principal: { AWS: grantee }, ...statement }), asked(caller(grantee)))).toBe(expected);
  });

  test('an operation that no policy grants is refused', () => {
    expect(decide(toGrantee, asked(caller(grantee), 'acm-pca:GetPolicy'))).toBe('refused');
  });
});

describe('properties', () => {
  const principal = fc.constantFrom<unknown>('*', { AWS: grantee }, { AWS: '777788889999' }, { Service: 's' });
  const condition = fc.constantFrom<Statement>(
    {},
    { Condition: { StringEquals: { 'acm-pca:TemplateArn': endEntity } } },
    { Condition: { StringNotEquals: { 'aws:PrincipalAccount': grantee } } },
    { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-example0000' } } },
  );
  const statement: fc.Arbitrary<Statement> = fc
    .record({
      Principal: principal,
      Action: fc.subarray([...readActions, issueAction], { minLength: 1 }),
      more: condition,
    })
    .map(({ more, ...rest }) => ({ ...rest, ...more }));
  const request = fc
    .record({
      account: fc.constantFrom(owner, grantee, '777788889999'),
      rights: fc.constantFrom<Rights>('all', 'none', 'reads-policy'),
      action: fc.constantFrom(describeAction, issueAction, 'acm-pca:GetPolicy'),
      template: fc.constantFrom(endEntity, undefined),
    })
    .map(({ account, rights, action, template }) => asked(caller(account, rights), action, template));

  test('one more statement that allows takes nothing away', () => {
    fc.assert(
      fc.property(fc.array(statement), statement, request, (statements, more, call) => {
        const before = decide(policy(...statements), call);
        const after = decide(policy(...statements, more), call);
        expect(before === 'allowed' && after !== 'allowed').toBe(false);
        expect(before === 'either' && after === 'refused').toBe(false);
      }),
    );
  });

  test('the order of statements and actions, and brackets around one value, do not matter', () => {
    fc.assert(
      fc.property(fc.array(statement), request, (statements, call) => {
        const respelt = statements.toReversed().map((each) => ({ ...each, Resource: [arn] }));
        expect(decide(policy(...respelt), call)).toBe(decide(policy(...statements), call));
      }),
    );
  });

  test('nobody without permissions is let in across accounts', () => {
    fc.assert(
      fc.property(fc.array(statement), request, (statements, call) => {
        const without = { ...call, caller: { ...call.caller, account: grantee, rights: 'none' as const } };
        expect(decide(policy(...statements), without)).toBe('refused');
      }),
    );
  });

  test('any text has a verdict', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      statement.map((each) => JSON.stringify(each)),
    );
    fc.assert(
      fc.property(text, request, (written, call) => {
        expect(['allowed', 'refused', 'either']).toContain(decide(written, call));
      }),
    );
  });
});

test('the logic is that of Kleene', () => {
  const truths: readonly Truth[] = ['true', 'false', 'unknown'];
  const table = truths.map((left) => truths.map((right) => [all([left, right]), any([left, right])]));
  expect(table).toEqual([
    [
      ['true', 'true'],
      ['false', 'true'],
      ['unknown', 'true'],
    ],
    [
      ['false', 'true'],
      ['false', 'false'],
      ['false', 'unknown'],
    ],
    [
      ['unknown', 'true'],
      ['false', 'unknown'],
      ['unknown', 'unknown'],
    ],
  ]);
  expect(truths.map((truth) => not(truth))).toEqual(['false', 'true', 'unknown']);
});

test('wildcards match as a regular expression would', () => {
  const characters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
  const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
  fc.assert(
    fc.property(characters, texts, (pattern, text) => {
      const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
      expect(matchesGlob(pattern, text)).toBe(expression.test(text));
    }),
  );
});
