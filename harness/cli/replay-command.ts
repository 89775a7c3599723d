// `replay FILE`: runs a saved case again, on any target, and says what became of it.

import { readFileSync } from 'node:fs';
import { terminalText } from '../../reports/terminal-text.js';
import { acceptedPolicy } from '../../generators/policy-templates.js';
import type { CaseFile } from '../api/case-file.js';
import { systemClock } from '../run/clock.js';
import { exitCodes } from '../run/exit-code.js';
import { describeAnswer } from '../run/judge.js';
import { makeTarget } from '../run/open-target.js';
import { runCase, type CaseRun } from '../run/run-case.js';
import { parseCaseFile } from '../run/saved-cases.js';
import { createSession, type Session } from '../run/session.js';
import { isReasonToStop } from '../run/suite-run.js';
import { reasonOf, usageError } from './failure.js';
import { hostTarget } from './hosted-target.js';
import { readTargetFlags, readTimes, type TargetFlags } from './target-options.js';

/** Characters of a line before its middle is left out. */
const longestLine = 4_000;

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Resolves with the exit code: 0 fixed, 1 still failing or changed, 4 undecided, 8 with CAs left over. */
export async function replayCommand(path: string, flags: TargetFlags): Promise<number> {
  const asked = readTargetFlags(flags);
  const times = readTimes(flags);
  const saved = readCaseFile(path);
  const interruption = new AbortController();
  let interrupted: number | undefined;
  const interrupt = (signal: NodeJS.Signals): void => {
    interrupted ??= signal === 'SIGTERM' ? exitCodes.terminated : exitCodes.interrupted;
    interruption.abort();
  };
  for (const signal of signals) process.on(signal, interrupt);
  const { choice, close } = await hostTarget(asked);
  const session = createSession({
    config: { ...times, modelRevision: choice.modelRevision, capabilities: {} },
    target: await makeTarget(choice),
    runId: `pca-replay-${process.pid}-${Math.round(performance.timeOrigin)}`,
    acceptedPolicy,
    clock: systemClock,
    signal: interruption.signal,
    onEvent: () => {},
  });
  const verdict = await replayCase(session, saved);
  const leftovers = await session.close();
  await close();
  for (const signal of signals) process.off(signal, interrupt);
  for (const { arn, reason } of leftovers) write(`left over: ${arn}: ${reason}`);
  if (interrupted !== undefined) return interrupted;
  const remain = leftovers.some(({ answered }) => answered || verdict !== exitCodes.inconclusive);
  return remain ? exitCodes.leftovers : verdict;
}

async function replayCase(session: Session, saved: CaseFile): Promise<number> {
  try {
    await session.probe();
    return conclude(saved, await runCase(session, saved.case));
  } catch (error) {
    if (!isReasonToStop(error)) throw error;
    write(`INDETERMINATE: ${error.message}`);
    return exitCodes.inconclusive;
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

/** Case files come from anywhere, and so do their texts. */
function write(line: string): void {
  process.stdout.write(`${terminalText(line, longestLine)}\n`);
}

function readCaseFile(path: string): CaseFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw usageError(`${path} cannot be read: ${reasonOf(error)}`);
  }
  const parsed = parseCaseFile(text);
  if (parsed.kind === 'malformed') throw usageError(`${path} is not a case that "run" saved:\n${parsed.problem}`);
  return parsed.saved;
}
