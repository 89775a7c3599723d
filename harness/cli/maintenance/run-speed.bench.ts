// Calls per second of a `ci` run on the bundled emulator in a process of its own, compared with a bare loop: the typed calls of
// the run by the AWS SDK for JavaScript alone, at the same concurrency, to the same server. Each round is a run followed at once
// by a loop, so that both meet the same speed of the machine; the median of their ratios counts. And the processor time of
// a call, split into sending, judging and generating.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACMPCAClient } from '@aws-sdk/client-acm-pca';
import fc from 'fast-check';
import { acceptedPolicy } from '../../../generators/policy-templates.js';
import { allChecks } from '../../../suites/all-checks.js';
import type { Operation } from '../../api/operation.js';
import type { Outcome } from '../../api/outcome.js';
import type { ApiCall } from '../../api/raw-request.js';
import { newestModelRevision } from '../../api/service-model.js';
import { sendCall, type CallOptions, type Target } from '../../api/target.js';
import { startEmulator } from '../../emulator/emulator.js';
import { systemClock } from '../../run/session/clock.js';
import { openEventLog } from '../../files/event-log.js';
import { builtinService, openTarget } from '../../run/session/open-target.js';
import { casesPerInputClass, defaults, type RunConfig } from '../../run/session/run-config.js';
import { targetName } from '../../run/session/target-choice.js';
import { createSuiteRun } from '../../host/suite-run.js';
import { commands } from '../../targets/sdk-client.js';

const warmUpRounds = 1;
const rounds = 3;

if (process.argv[2] === 'server') await serve();
else await compare();

async function compare(): Promise<void> {
  const server = spawn(process.execPath, [fileURLToPath(import.meta.url), 'server'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const folder = mkdtempSync(join(tmpdir(), 'pca-conformance-bench-'));
  try {
    const config = configOf(await firstLine(server.stdout), folder);
    const runs: number[] = [];
    const bares: number[] = [];
    const ratios: number[] = [];
    const processorMs: number[] = [];
    let callCount = 0;
    for (let round = -warmUpRounds; round < rounds; round += 1) {
      const { calls, run, bareCalls, bareMs } = await measure(config, round);
      callCount = calls;
      if (round < 0) continue;
      const [rate, bareRate] = [(1_000 * calls) / run.ms, (1_000 * bareCalls) / bareMs];
      runs.push(rate);
      bares.push(bareRate);
      ratios.push(rate / bareRate);
      processorMs.push(run.processorMs / calls);
    }
    const own = await measureOwnWork(config);
    const generatingMs = measureGeneration(config) / own.calls;
    const judgingMs = own.processorMs / own.calls - generatingMs;
    const sendingMs = median(processorMs) - judgingMs - generatingMs;
    const [run, bare] = [median(runs), median(bares)];
    const lines = [
      `a ci run     ${Math.round(run)} calls/s (${callCount} calls in ${(callCount / run).toFixed(1)} s, concurrency ${config.budget.concurrency})`,
      `bare loop    ${Math.round(bare)} calls/s`,
      `ci run / bare loop: ${median(ratios).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(2)).join(', ')})`,
      `processor time of a call: sending ${microseconds(sendingMs)}, judging and writing down ${microseconds(judgingMs)}, generating ${microseconds(generatingMs)}`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function configOf(targetUrl: string, outDir: string): RunConfig {
  return {
    target: { ...defaults.target, choice: { kind: 'http', url: targetUrl } },
    selection: { ...defaults.selection, profile: 'ci', runs: casesPerInputClass.ci },
    budget: defaults.budget,
    judging: { ...defaults.judging, consistency: 'eventual' },
    output: { ...defaults.output, outDir },
  };
}

/** One run, and the same calls once more by the SDK alone, before its CAs are removed. */
async function measure(
  config: RunConfig,
  round: number,
): Promise<{ readonly calls: number; readonly run: Spent; readonly bareCalls: number; readonly bareMs: number }> {
  const target = await openTarget(config.target, newestModelRevision);
  const calls: ApiCall[] = [];
  let callCount = 0;
  let bareCalls = 0;
  let bareMs = 0;
  const client = new ACMPCAClient({
    endpoint: targetName(config.target.choice),
    region: config.target.region,
    credentials: { accessKeyId: config.target.accessKey, secretAccessKey: config.target.secretKey },
    maxAttempts: 1,
  });
  /** As a program that uses the SDK would. */
  const sendPlainly = async ({ kind, input }: Operation): Promise<unknown> => {
    const Command = commands[kind] as new (input: unknown) => Parameters<ACMPCAClient['send']>[0];
    return client.send(new Command(input)).catch(() => {});
  };
  const recordAndSend = (call: ApiCall, options: CallOptions): Promise<Outcome> => {
    calls.push(call);
    return sendCall(target, call, options);
  };
  const recording: Target = { ...target, call: recordAndSend, sendRaw: recordAndSend };
  const run = await runOn(recording, config, `bench-${round}`, async () => {
    const startedMs = performance.now();
    const typed = calls.filter((call) => call.kind !== 'RawRequest');
    const queue = typed.values();
    const worker = async (): Promise<void> => {
      for (const call of queue) await sendPlainly(call);
    };
    [callCount, bareCalls] = [calls.length, typed.length];
    await Promise.all(Array.from({ length: config.budget.concurrency }, () => worker()));
    bareMs = performance.now() - startedMs;
    client.destroy();
  });
  return { calls: callCount, run, bareCalls, bareMs };
}

/** How long something took. */
interface Spent {
  readonly ms: number;
  readonly processorMs: number;
}

/** Runs every check, and returns how long that took; `beforeRemoval` is called while the CAs still exist. */
async function runOn(
  target: Target,
  config: RunConfig,
  runId: string,
  beforeRemoval: () => Promise<void> = async () => {},
): Promise<Spent> {
  const log = openEventLog(join(config.output.outDir, 'events.ndjson'));
  const { signal } = new AbortController();
  const run = createSuiteRun({
    config,
    runId,
    target,
    acceptedPolicy,
    clock: systemClock,
    signal,
    log,
    onProgress: () => {},
  });
  const startedMs = performance.now();
  const processorBefore = process.cpuUsage();
  await run.start(allChecks);
  for (const check of allChecks) {
    const { verdict, reason } = await run.reportOf(check);
    if (verdict !== 'pass' && verdict !== 'unsupported') throw new Error(`${check.id}: ${verdict} ${reason ?? ''}`);
  }
  const spent = { ms: performance.now() - startedMs, processorMs: processorMsSince(processorBefore) };
  await beforeRemoval();
  await run.finish();
  log.close();
  return spent;
}

/**
 * The time of a run whose calls take none: each gets the answer that the same call had in the run before. If the reference
 * service answered again, it would leave judgements behind for the oracle, which shares its rules.
 */
async function measureOwnWork(config: RunConfig): Promise<Spent & { readonly calls: number }> {
  const oneAtATime = { ...config, budget: { ...config.budget, concurrency: 1 } };
  const { service } = builtinService(config.target.region, newestModelRevision);
  let state = service.initial;
  const outcomes: Outcome[] = [];
  const answerAndRecord = (operation: Operation): Outcome => {
    const { outcome, next } = service.step(state, operation);
    state = next;
    outcomes.push(outcome);
    return outcome;
  };
  await runOn(instantTarget(config, answerAndRecord), oneAtATime, 'bench-own');
  const recorded = outcomes.values();
  const answerAsRecorded = (): Outcome => {
    const { value } = recorded.next();
    if (value === undefined) throw new Error('The second run made more calls than the first.');
    return value;
  };
  return { ...(await runOn(instantTarget(config, answerAsRecorded), oneAtATime, 'bench-own')), calls: outcomes.length };
}

function instantTarget({ target: { region } }: RunConfig, answer: (operation: Operation) => Outcome): Target {
  return {
    name: 'instant',
    region,
    offers: ['provision', 'states', 'restore'],
    inProcess: true,
    call: async (operation) => answer(operation),
    dispose: async () => {},
  };
}

/** The processor time that it takes to generate the cases of such a run. */
function measureGeneration({ selection: { runs, seed } }: RunConfig): number {
  const before = process.cpuUsage();
  for (const { needs = [], phase, inputClasses } of allChecks) {
    if (needs.includes('wire')) continue;
    for (const { cases } of inputClasses) fc.sample(cases, { numRuns: phase === 'pairs' ? 1 : runs, seed });
  }
  return processorMsSince(before);
}

function processorMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function microseconds(ms: number): string {
  return `${Math.round(1_000 * ms)} us`;
}

async function serve(): Promise<void> {
  const { service, caller } = builtinService(defaults.target.region, newestModelRevision);
  const { url } = await startEmulator({ service, ...caller, nowMs: () => Date.now() });
  process.stdout.write(`${url}\n`);
}

async function firstLine(stream: AsyncIterable<unknown>): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) return text.split('\n', 1)[0] ?? '';
  }
  throw new Error('The server ended before it listened.');
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
