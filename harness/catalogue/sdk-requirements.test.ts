// The requirements on clients as data: sources, and the frozen ids and levels.

import { expect, test } from 'vitest';
import { isRequirementId } from './index.js';
import { isSdkRequirementId, sdkRequirementIds, sdkRequirements } from './sdk-requirements.js';
import { sdkSources } from './sdk-sources.js';
import { sources } from './sources.js';

/** A change here is a change of the set, and needs a new revision. */
const frozen: Readonly<Record<'anyOf' | 'note' | 'must', string>> = {
  anyOf: 'SDK-44 SDK-64 SDK-137 SDK-145',
  note: 'SDK-15 SDK-18 SDK-19 SDK-30 SDK-48 SDK-72 SDK-73 SDK-74 SDK-77 SDK-91 SDK-92 SDK-93 SDK-139 SDK-146 SDK-147 SDK-148',
  must:
    'SDK-01 SDK-02 SDK-03 SDK-04 SDK-05 SDK-06 SDK-07 SDK-08 SDK-09 SDK-10 SDK-11 SDK-12 SDK-13 SDK-14 SDK-16 SDK-17 ' +
    'SDK-20 SDK-21 SDK-22 SDK-23 SDK-24 SDK-25 SDK-26 SDK-27 SDK-28 SDK-29 SDK-31 ' +
    'SDK-40 SDK-41 SDK-42 SDK-43 SDK-45 SDK-46 SDK-47 SDK-49 SDK-50 SDK-51 SDK-52 SDK-53 SDK-54 ' +
    'SDK-60 SDK-61 SDK-62 SDK-63 SDK-65 SDK-66 SDK-67 SDK-68 SDK-69 SDK-70 SDK-71 SDK-75 SDK-76 ' +
    'SDK-80 SDK-81 SDK-82 SDK-83 SDK-84 SDK-85 SDK-86 SDK-87 SDK-88 SDK-89 SDK-90 SDK-94 ' +
    'SDK-100 SDK-101 SDK-102 SDK-103 SDK-104 ' +
    'SDK-110 SDK-111 SDK-112 SDK-113 SDK-114 SDK-115 SDK-116 SDK-117 SDK-118 SDK-119 SDK-120 SDK-121 SDK-122 SDK-123 SDK-124 ' +
    'SDK-130 SDK-131 SDK-132 SDK-133 SDK-134 SDK-135 SDK-136 SDK-138 SDK-140 SDK-141 SDK-142 SDK-143 SDK-144',
};

test('ids and levels are the frozen ones', () => {
  const idsOf = (level: string): string =>
    sdkRequirementIds.filter((id) => sdkRequirements[id].level === level).join(' ');
  expect({ anyOf: idsOf('any-of'), note: idsOf('note'), must: idsOf('must') }).toEqual(frozen);
});

test('no id is that of a requirement on services', () => {
  expect(sdkRequirementIds.filter((id) => isRequirementId(id))).toEqual([]);
  expect(isSdkRequirementId('POL-05')).toBe(false);
});

test.for(sdkRequirementIds)('%s', (id) => {
  const { level, evidence, statement, sources: keys, unknown } = sdkRequirements[id];
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) expect(Object.keys({ ...sources, ...sdkSources })).toContain(key);
  expect(statement).toMatch(/^[A-Z].*\.$/);
  // The level follows from the evidence, and what is not documented says what is missing.
  expect(level).toBe({ documented: 'must', ambiguous: 'any-of', inferred: 'note' }[evidence]);
  expect(unknown === undefined).toBe(evidence === 'documented');
});

test('every source is cited, and addressed', () => {
  const cited = new Set<string>(sdkRequirementIds.flatMap((id) => sdkRequirements[id].sources));
  for (const [key, { urls, title }] of Object.entries(sdkSources)) {
    expect([...cited]).toContain(key);
    expect(title).not.toBe('');
    for (const url of urls) expect(url).toMatch(/^https:\/\/\S+$/);
  }
});
