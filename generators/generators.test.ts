// Every generator satisfies the contract of arbitraries.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newestConstraints } from '../harness/api/constraints.js';
import { formatAuthorityArn, parseAuthorityArn } from '../harness/api/resource-arn.js';
import { accountId, areasByPartition, authorityArn, authorityId, partitions, regionOf } from './authority-arn.js';
import { arnFlaws } from './arn-flaws.js';
import { between } from './between.js';
import { pinned } from './boundary-length.js';
import { flawedArnCase, flawedPolicyCase } from './flawed-cases.js';
import { ownerPolicy, policyOf, templateParts } from './policy.js';
import { policyFlaws } from './policy-flaws.js';
import { derivedShapes, policyTemplates, type PolicyDocument } from './policy-templates.js';
import { anySpelling, whiteSpaceAndKeyOrder, type Spelling } from './spelling.js';
import { arbitraryContract, savedArbitraryContract } from './testing/arbitrary-contract.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('parts of an ARN', () => {
  savedArbitraryContract('accountId', accountId(), (account) => /^[0-9]{12}$/.test(account));
  savedArbitraryContract('authorityId', authorityId(), (id) => uuid.test(id));
  for (const partition of partitions) {
    savedArbitraryContract(`regionOf ${partition}`, regionOf(partition), (region) =>
      areasByPartition[partition].some((area) => new RegExp(`^${area}-[a-z]+-[1-7]$`).test(region)),
    );
  }
  savedArbitraryContract('between', between('<', fc.nat({ max: 99 }).map(String, Number), '>'), (text) =>
    /^<\d{1,2}>$/.test(text),
  );
});

describe('ARNs', () => {
  savedArbitraryContract('authorityArn', authorityArn(), (arn) => {
    const parts = parseAuthorityArn(arn);
    return parts !== undefined && formatAuthorityArn(parts) === arn && newestConstraints.resourceArn.pattern.test(arn);
  });

  test('are generated in every partition', () => {
    const generated = fc
      .sample(authorityArn(), { seed: 1, numRuns: 500 })
      .map((arn) => parseAuthorityArn(arn)?.partition);
    expect(new Set(generated)).toEqual(new Set(partitions));
  });

  for (const flaw of arnFlaws(newestConstraints)) {
    savedArbitraryContract(flaw.id, flaw.arn, (arn) => arn !== '{{ca0.arn}}');
  }
});

describe('lengths', () => {
  savedArbitraryContract('pinned', pinned({ length: 81_921, towards: 20_481 }), (length) => {
    return Number.isInteger(length) && length >= 20_481 && length <= 81_921;
  });

  test('are the pinned one before they shrink', () => {
    expect(new Set(fc.sample(pinned({ length: 200, towards: 5 }), 50))).toEqual(new Set([200]));
  });

  test('shrink to the smallest length that fails', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 81_921 }), (smallest) => {
        const property = fc.property(pinned({ length: 81_921, towards: 5 }), (length) => length < smallest);
        expect(fc.check(property, { seed: 1 }).counterexample).toEqual([smallest]);
      }),
    );
  });
});

function isPair({ Version, Statement }: PolicyDocument): boolean {
  return Version === '2012-10-17' && Statement.length === 2;
}

describe('policies', () => {
  savedArbitraryContract('templateParts', templateParts, ({ grantee, organization, sids, share }) => {
    const sidsAreWords = sids.every((sid) => /^[a-z0-9]{1,12}$/.test(sid));
    const areTokens = grantee === '{{grantee.account}}' && organization === '{{grantee.organization}}';
    return areTokens && sidsAreWords && uuid.test(share);
  });
  arbitraryContract('ownerPolicy', ownerPolicy(), (policy) => isPair(policy));
  for (const template of policyTemplates) {
    arbitraryContract(template.id, policyOf(template), (policy) => isPair(policy));
  }
  for (const shape of derivedShapes) {
    arbitraryContract(shape.id, policyOf(shape), ({ Statement }) => Statement.length >= 1);
  }
});

/** Only the white space of RFC 8259. */
function isSpelling({ gaps, ranks }: Spelling): boolean {
  return gaps.every((gap) => /^[ \t\n\r]*$/.test(gap)) && ranks.every((rank) => rank >= 0);
}

describe('spellings', () => {
  savedArbitraryContract(
    'whiteSpaceAndKeyOrder',
    whiteSpaceAndKeyOrder(),
    (spelling) => isSpelling(spelling) && spelling.characters.length === 0 && spelling.actions === 'as-given',
  );
  savedArbitraryContract('anySpelling', anySpelling(), isSpelling);
});

describe('cases of one flaw keep their input class while they shrink', () => {
  for (const flaw of policyFlaws(newestConstraints)) {
    arbitraryContract(flaw.id, flawedPolicyCase(flaw), ({ inputClass }) => inputClass === flaw.id);
  }
  for (const flaw of arnFlaws(newestConstraints)) {
    const label = `${flaw.id}/PutPolicy`;
    arbitraryContract(label, flawedArnCase(flaw, 'PutPolicy'), ({ inputClass }) => inputClass === label);
  }
});
