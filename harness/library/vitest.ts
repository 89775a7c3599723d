// The exports of `pca-conformance/vitest`: the checks as tests in a user's own file.

import * as ownVitest from 'vitest';
import { renderFailedCheck } from '../../reports/console.js';
import type { CheckReport } from '../files/report.js';
import type { Target } from '../api/target.js';
import { createLibraryRun, type RunChoice } from './library-run.js';

/** The functions of vitest that are used. */
export interface VitestFunctions {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly test: (name: string, body: (context: TestContext) => Promise<void>, timeoutMs: number) => unknown;
  readonly beforeAll: (body: () => Promise<void>, timeoutMs: number) => unknown;
  readonly afterAll: (body: () => Promise<void>, timeoutMs: number) => unknown;
}

interface TestContext {
  readonly skip: (note?: string) => unknown;
}

export interface ConformanceChoice extends RunChoice {
  /** `import * as vitest from 'vitest'` in your own file, if your vitest is not the one that this package depends on. */
  readonly vitest?: VitestFunctions | undefined;
}

/** Every call has a deadline of its own, so no test needs one. */
const noTimeout = 0;

/**
 * Registers a test for each check, all on one target, which is torn down at the end. What the target cannot do is skipped
 * with the reason; an inconclusive check fails, because it did not pass.
 *
 * @example
 * // my-fake.test.ts
 * describeConformance(fromClientMock(mock, { name: 'my fake', sdk }), { filters: ['POL-*'] });
 */
export function describeConformance(target: Target, { vitest = ownVitest, ...choice }: ConformanceChoice = {}): void {
  const run = createLibraryRun(target, choice);
  vitest.describe(`${target.name} answers as AWS Private CA documents (seed ${run.seed})`, () => {
    vitest.beforeAll(() => run.start(), noTimeout);
    const asked = new Set<string>(run.checks.map(({ requirement }) => requirement));
    for (const check of run.checks) {
      const name = `${check.requirement} ${check.title} (${check.id})`;
      vitest.test(name, async (context) => conclude(await run.reportOf(check), context, asked), noTimeout);
    }
    vitest.afterAll(async () => {
      const { leftovers } = await run.finish();
      const [first] = leftovers;
      if (first !== undefined) throw new Error(`${first.arn} was not removed: ${first.reason}`);
    }, noTimeout);
  });
}

/** `asked` are the requirements that have a test: what blocks a check fails its own test, if it has one. */
function conclude(report: CheckReport, context: TestContext, asked: ReadonlySet<string>): void {
  const { verdict, reason, level, blockedBy = [] } = report;
  switch (verdict) {
    case 'pass':
      return;
    case 'fail':
      throw new Error(`${report.failures[0]?.signature ?? report.title}\n\n${renderFailedCheck(report)}`);
    case 'blocked':
      if (level === 'note' || blockedBy.some((id) => asked.has(id))) context.skip(reason ?? verdict);
      else throw new Error(`${verdict}: ${reason ?? 'nothing was observed'}`);
      return;
    case 'unsupported':
    case 'not-testable':
    case 'excluded':
      context.skip(reason ?? verdict);
      return;
    case 'indeterminate':
    case 'vacuous':
      if (level === 'note') context.skip(reason ?? verdict);
      else throw new Error(`${verdict}: ${reason ?? 'nothing was observed'}`);
      return;
    default:
      verdict satisfies never;
  }
}
