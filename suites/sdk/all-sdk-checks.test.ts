// Properties that every client check has to have.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { driverCapabilities } from '../../harness/api/driver.js';
import { sdkRequirementIds } from '../../harness/catalogue/sdk-requirements.js';
import { allSdkChecks } from './all-sdk-checks.js';

test('every requirement has a check', () => {
  const judged = new Set<string>(allSdkChecks.map(({ requirement }) => requirement));
  expect(sdkRequirementIds.filter((id) => !judged.has(id))).toEqual([]);
  expect(allSdkChecks.length).toBeGreaterThanOrEqual(60);
});

test('ids are unique and name the topic and the behaviour', () => {
  const ids = allSdkChecks.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids)
    expect(id).toMatch(/^sdk-(request|signature|errors|answers|retry|deadline|endpoints|cbor)\/[a-z0-9-]+$/);
});

test.for(allSdkChecks)('$id', ({ title, inputClasses, needs = [] }) => {
  expect(title).toMatch(/^[a-z].*[^.]$/);
  const ids = inputClasses.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
  const cases = inputClasses.flatMap((inputClass) =>
    fc.sample(inputClass.cases, { seed: 1, numRuns: inputClass.runs ?? 1 }),
  );
  for (const { script, actions } of cases) {
    expect(script.length).toBeGreaterThan(0);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) {
      // The check has to need every driver capability that its cases use.
      const asked = driverCapabilities.filter((capability) =>
        action.kind === 'endpoint'
          ? capability === 'endpoints'
          : (capability === 'cancel' && action.isCancelled === true) ||
            (capability === 'deadline' && action.deadlineMs !== undefined) ||
            (capability === 'session-token' && action.credentials?.sessionToken !== undefined),
      );
      for (const capability of asked) expect(needs).toContain(capability);
    }
  }
});

test('cases are plain data', () => {
  for (const { inputClasses } of allSdkChecks) {
    for (const inputClass of inputClasses) {
      const [subject] = fc.sample(inputClass.cases, { seed: 1, numRuns: 1 });
      expect(JSON.parse(JSON.stringify(subject))).toEqual(JSON.parse(JSON.stringify(structuredClone(subject))));
    }
  }
});
