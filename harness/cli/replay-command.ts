// `replay FILE`: runs a saved case again, on any target, and says what became of it.

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { terminalText } from '../../reports/terminal-text.js';
import { acceptedPolicy } from '../../generators/policy-templates.js';
import { caseFileSchema, type CaseFile } from '../api/case-file.js';
import { systemClock } from '../run/clock.js';
import { exitCodes } from '../run/exit-code.js';
import { InconclusiveRun } from '../run/interruption.js';
import { UnavailableAuthority } from '../run/authority-pool.js';
import { describeAnswer } from '../run/judge.js';
import { openTarget } from '../run/open-target.js';
import { runCase, type CaseRun } from '../run/run-case.js';
import { createSession } from '../run/session.js';
import { reasonOf, usageError } from './failure.js';
import { hostTarget } from './hosted-target.js';
import { readTargetFlags, type TargetFlags } from './target-options.js';

/** Resolves with the exit code: 0 fixed, 1 still failing or changed, 4 undecided. */
export async function replayCommand(path: string, flags: TargetFlags): Promise<number> {
  const saved = readCaseFile(path);
  const { choice, close } = await hostTarget(readTargetFlags(flags));
  const target = openTarget(choice);
  const session = createSession({
    config: {
      modelRevision: choice.modelRevision,
      callTimeoutMs: 5_000,
      settleMs: 2_000,
      maxCalls: undefined,
      maxTimeMs: undefined,
      capabilities: {},
    },
    target,
    runId: `pca-replay-${process.pid}-${Math.round(performance.timeOrigin)}`,
    acceptedPolicy,
    clock: systemClock,
    onEvent: () => {},
  });
  try {
    await session.probe();
    return conclude(saved, await runCase(session, saved.case));
  } catch (error) {
    if (!(error instanceof UnavailableAuthority) && !(error instanceof InconclusiveRun)) throw error;
    process.stdout.write(`INDETERMINATE: ${terminalText(error.message)}\n`);
    return exitCodes.inconclusive;
  } finally {
    for (const { arn, reason } of await session.close()) {
      process.stderr.write(`left over: ${terminalText(arn)}: ${terminalText(reason)}\n`);
    }
    await close();
  }
}

function conclude(saved: CaseFile, { result, trace }: CaseRun): number {
  write(`${saved.requirement} ${saved.check}, ${saved.case.stratum}`);
  for (const [index, { operation, outcome }] of trace.entries()) {
    write(`  ${index + 1}. ${operation.kind} ${terminalText(JSON.stringify(operation.input))}`);
    write(`     -> ${terminalText(describeAnswer(outcome))}`);
  }
  switch (result.kind) {
    case 'holds':
      write('FIXED: every answer is one that the evidence allows.');
      return exitCodes.conforms;
    case 'violated': {
      const { violation } = result;
      const same = violation.guarantee === saved.guarantee && violation.actual === saved.actual;
      write(`${same ? 'STILL FAILS' : 'CHANGED'}: ${violation.guarantee}`);
      write(`  expected ${violation.expected.join(' or ')}`);
      write(`  actual   ${terminalText(violation.actual)}`);
      if (!same) write(`  before   ${terminalText(saved.actual)}`);
      return exitCodes.diverges;
    }
    case 'not-observed':
    case 'undecided':
    case 'not-implemented':
      write(`INDETERMINATE: ${terminalText(result.reason)}`);
      return exitCodes.inconclusive;
    default:
      return result satisfies never;
  }
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

function readCaseFile(path: string): CaseFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw usageError(`${path} cannot be read as JSON: ${reasonOf(error)}`);
  }
  const checked = caseFileSchema.safeParse(parsed);
  if (!checked.success) {
    throw usageError(`${path} is not a case that "run" saved:\n${z.prettifyError(checked.error)}`);
  }
  return checked.data;
}
