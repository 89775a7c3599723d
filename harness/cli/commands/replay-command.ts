// `replay FILE`: runs a saved case again, on any target, and reports the result.

import { terminalText } from '../../../reports/text/terminal-text.js';
import { acceptedPolicy } from '../../../generators/policy-templates.js';
import { renderExchange } from '../../../reports/text/exchange-text.js';
import type { CaseFile } from '../../files/case-file.js';
import type { HttpExchange } from '../../files/exchange.js';
import type { Case } from '../../api/case.js';
import { systemClock } from '../../run/session/clock.js';
import { exitCodes } from '../../results/exit-code.js';
import { describeAnswer } from '../../run/judge/answer-words.js';
import { runCase } from '../../run/cases/run-case.js';
import type { CaseRun } from '../../run/cases/case-run.js';
import { runSavedCase } from '../../run/cases/run-saved-case.js';
import { createCaseSession, type CaseSession } from '../../run/cases/case-session.js';
import { isReasonToStop } from '../../run/session/reason-to-stop.js';
import { beginTracing } from '../../run/session/tracing.js';
import { hostTarget } from '../live/hosted-target.js';
import { listenForSignals } from '../output/signals.js';
import { readCaseFile } from '../options/read-case.js';
import { leftOutNotice, remainingLine } from '../output/show-report.js';
import { requireWritable } from '../output/require-writable.js';
import type { GivenOptions } from '../options/given-options.js';
import { readJudging, readTarget } from '../options/read-target.js';
import { traceOptions } from '../options/trace-options.js';
import type { Terminal } from '../output/terminal.js';

/** Longer lines are shortened in the middle. */
const maxLineLength = 4_000;

type Write = (line: string) => void;

/** Resolves with the exit code: 0 fixed, 1 still failing or changed, 4 undecided, 7 a broken driver, 8 with CAs left over. */
export async function replayCommand(path: string, given: GivenOptions, terminal: Terminal): Promise<number> {
  const asked = readTarget(given, terminal);
  const judging = readJudging(given, asked.choice);
  const saved = readCaseFile(terminal.path(path));
  const { trace, traceFile } = given.of(traceOptions);
  requireWritable([traceFile]);
  const { open, close } = await hostTarget(asked, judging);
  const signals = listenForSignals(terminal);
  const tracing = beginTracing(
    await open(),
    { traceFile },
    systemClock,
    trace ? (exchange) => show(exchange, terminal) : undefined,
  );
  const session = createCaseSession({
    config: { judging },
    target: tracing.target,
    runId: `pca-replay-${process.pid}-${Math.round(performance.timeOrigin)}`,
    acceptedPolicy,
    clock: systemClock,
    signal: signals.signal,
    onEvent: () => {},
  });
  const write = (line: string): void => writeLine(line, terminal);
  const verdict = await replayCase(session, saved, write);
  const leftovers = await session.close();
  await close();
  tracing.close();
  signals.stop();
  terminal.stderr.write(leftOutNotice(traceFile, tracing.leftOut()) ?? '');
  terminal.stderr.write(remainingLine(session.pool.remainingCount()));
  for (const { arn, reason } of leftovers) write(`left over: ${arn}: ${reason}`);
  for (const line of session.driverFault()?.split('\n') ?? []) write(line);
  const interrupted = signals.received();
  if (interrupted !== undefined) return interrupted;
  if (session.driverFault() !== undefined) return exitCodes.suiteFault;
  const remain = leftovers.some(({ answered }) => answered || verdict !== exitCodes.inconclusive);
  return remain ? exitCodes.leftovers : verdict;
}

async function replayCase(session: CaseSession, saved: CaseFile, write: Write): Promise<number> {
  try {
    if ((await session.reference?.fails(saved.case)) === true) {
      write('INDETERMINATE: the case fails on the reference service too, so that it shows nothing.');
      return exitCodes.inconclusive;
    }
    await session.probe();
    return conclude(saved, await runUntilItFails(session, saved.case), write);
  } catch (error) {
    if (!isReasonToStop(error)) throw error;
    write(`INDETERMINATE: ${error.message}`);
    return exitCodes.inconclusive;
  }
}

/** How often a schedule with a random order is run before it counts as fixed. */
const scheduleRuns = 20;

async function runUntilItFails(session: CaseSession, subject: Case): Promise<CaseRun> {
  const runs = subject.schedule === undefined || session.overlap?.isGated === true ? 1 : scheduleRuns;
  let run = await runSavedCase(session, subject);
  for (let count = 1; count < runs && run.result.kind === 'holds'; count += 1) run = await runCase(session, subject);
  return run;
}

function conclude(saved: CaseFile, { result, trace }: CaseRun, write: Write): number {
  write(`${saved.requirement} ${saved.check}, ${saved.case.inputClass}`);
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
    case 'blocked':
    case 'not-observed':
    case 'undecided':
    case 'not-implemented':
      write(`INDETERMINATE: ${terminalText(result.reason)}`);
      return exitCodes.inconclusive;
    default:
      return result satisfies never;
  }
}

/** Everything that is sent is shown, including what is not part of the case: the creation and removal of its CAs. */
function show(exchange: HttpExchange, { stdout }: Terminal): void {
  stdout.write(
    `${exchange.operation}\n${renderExchange(exchange)
      .map((line) => `  ${line}\n`)
      .join('')}`,
  );
}

/** A case file may come from anywhere, so its texts are not trusted. */
function writeLine(line: string, { stdout }: Terminal): void {
  stdout.write(`${terminalText(line, maxLineLength)}\n`);
}
