// The result of each verdict in a user's own vitest: passed, failed with the failing program, or skipped with the reason.

import { describe, expect, onTestFinished, test } from 'vitest';
import { acceptsEveryPolicy, refusesEveryPolicy, wellBehaved } from '../testing/odd-services.js';
import { temporaryFolder } from '../testing/cli-test.js';
import type { Service } from '../api/service.js';
import type { ServiceState } from '../model/state/state.js';
import { createClientMockTarget } from '../targets/client-mock.js';
import { describeConformance, type VitestFunctions } from './vitest.js';

type Ended = Readonly<Record<string, string>>;

/** Registers with functions that only record their arguments, and runs the functions given to them. */
async function judge(service: Service<ServiceState>, filters: readonly string[]): Promise<Ended> {
  const { path, remove } = temporaryFolder();
  onTestFinished(remove);
  const steps: (() => Promise<void>)[] = [];
  const last: (() => Promise<void>)[] = [];
  const ended: Record<string, string> = {};
  const vitest: VitestFunctions = {
    describe: (_, body) => body(),
    beforeAll: (body) => steps.push(body),
    afterAll: (body) => last.push(body),
    test: (name, body) =>
      steps.push(async () => {
        ended[name] = 'passed';
        const skip = (note?: string): void => {
          ended[name] = `skipped: ${note}`;
        };
        await body({ skip }).catch((error: unknown) => {
          ended[name] = `failed: ${error instanceof Error ? error.message : ''}`;
        });
      }),
  };
  const target = createClientMockTarget({ name: 'fake', region: 'us-east-1', service });
  describeConformance(target, { vitest, filters, seed: 1, outDir: path });
  for (const step of [...steps, ...last]) await step();
  return ended;
}

describe('a check', () => {
  test('that passes is a test that passes', async () => {
    const ended = await judge(wellBehaved, ['PP-01', 'POL-05']);
    expect(Object.keys(ended).length).toBeGreaterThan(1);
    expect(new Set(Object.values(ended))).toEqual(new Set(['passed']));
  });

  test('that fails is a test that fails with the program', async () => {
    const [words = ''] = Object.values(await judge(acceptsEveryPolicy, ['POL-05']));
    expect(words).toMatch(/^failed: policy\/.*: /);
    expect(words).toContain('1. PutPolicy');
  });

  test('that observed nothing is a test that fails', async () => {
    const [words = ''] = Object.values(await judge(refusesEveryPolicy, ['POL-05']));
    expect(words).toMatch(/^failed: blocked: blocked by POL-19: /);
  });

  test('that is blocked by another that fails is a test that is skipped', async () => {
    const ended = Object.values(await judge(refusesEveryPolicy, ['POL-05', 'POL-19']));
    expect(ended.filter((words) => words.startsWith('skipped: blocked by POL-19'))).toHaveLength(1);
    expect(ended.filter((words) => words.startsWith('failed: '))).toHaveLength(1);
  });

  test('that needs what the target lacks is a test that is skipped', async () => {
    const ended = await judge(wellBehaved, ['wire/*']);
    for (const words of Object.values(ended)) expect(words).toMatch(/^skipped: the target lacks wire/);
  });
});
