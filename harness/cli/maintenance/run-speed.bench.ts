// Calls per second of a `ci` run, compared with a bare loop: the same calls by the SDK alone, at the same concurrency, to the
// same server, which answers after 2 ms and runs in a process of its own; and the share of the run that goes into generating
// and judging. Each round is a run followed at once by a loop, so that both meet the same speed of the machine;
// the median of their ratios counts.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACMPCAClient } from '@aws-sdk/client-acm-pca';
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

const warmUpRounds = 2;
const rounds = 5;
const latencyMs = 2;

if (process.argv[2] === 'server') await serveSlowly();
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
    let callCount = 0;
    for (let round = -warmUpRounds; round < rounds; round += 1) {
      const { calls, runMs, bareMs } = await measure(config, round);
      callCount = calls;
      if (round < 0) continue;
      runs.push((1_000 * calls) / runMs);
      bares.push((1_000 * calls) / bareMs);
      ratios.push(bareMs / runMs);
    }
    const ownMs = await measureOwnWork(config);
    const [run, bare] = [median(runs), median(bares)];
    const lines = [
      `a ci run     ${Math.round(run)} calls/s (${callCount} calls in ${(callCount / run).toFixed(1)} s, concurrency ${config.budget.concurrency})`,
      `bare loop    ${Math.round(bare)} calls/s`,
      `ci run / bare loop: ${median(ratios).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(2)).join(', ')})`,
      `share of a ci run that generates, judges and writes down: ${((100 * ownMs * run) / (1_000 * callCount)).toFixed(1)} %`,
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
): Promise<{ readonly calls: number; readonly runMs: number; readonly bareMs: number }> {
  const target = await openTarget(config.target, newestModelRevision);
  const calls: ApiCall[] = [];
  let callCount = 0;
  let bareMs = 0;
  const client = new ACMPCAClient({
    endpoint: targetName(config.target.choice),
    region: config.target.region,
    credentials: { accessKeyId: config.target.accessKey, secretAccessKey: config.target.secretKey },
    maxAttempts: 1,
  });
  /** As a program that uses the SDK would; what an SDK cannot send is sent as in the run. */
  const sendPlainly = async (call: ApiCall): Promise<unknown> => {
    if (call.kind === 'RawRequest') return sendCall(target, call, { deadlineMs: config.judging.callTimeoutMs });
    const Command = commands[call.kind] as new (input: unknown) => Parameters<ACMPCAClient['send']>[0];
    return client.send(new Command(call.input)).catch(() => {});
  };
  const recordAndSend = (call: ApiCall, options: CallOptions): Promise<Outcome> => {
    calls.push(call);
    return sendCall(target, call, options);
  };
  const recording: Target = { ...target, call: recordAndSend, sendRaw: recordAndSend };
  const runMs = await runOn(recording, config, `bench-${round}`, async () => {
    const startedMs = performance.now();
    const queue = [...calls].values();
    const worker = async (): Promise<void> => {
      for (const call of queue) await sendPlainly(call);
    };
    callCount = calls.length;
    await Promise.all(Array.from({ length: config.budget.concurrency }, () => worker()));
    bareMs = performance.now() - startedMs;
    client.destroy();
  });
  return { calls: callCount, runMs, bareMs };
}

/** Runs every check, and returns how long that took; `beforeRemoval` is called while the CAs still exist. */
async function runOn(
  target: Target,
  config: RunConfig,
  runId: string,
  beforeRemoval: () => Promise<void> = async () => {},
): Promise<number> {
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
  await run.start(allChecks);
  for (const check of allChecks) {
    const { verdict, reason } = await run.reportOf(check);
    if (verdict !== 'pass' && verdict !== 'unsupported') throw new Error(`${check.id}: ${verdict} ${reason ?? ''}`);
  }
  const runMs = performance.now() - startedMs;
  await beforeRemoval();
  await run.finish();
  log.close();
  return runMs;
}

/**
 * The time of a run whose calls take none: each gets the answer that the same call had in the run before. If the reference
 * service answered again, it would leave judgements behind for the oracle, which shares its rules.
 */
async function measureOwnWork(config: RunConfig): Promise<number> {
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
  return runOn(instantTarget(config, answerAsRecorded), oneAtATime, 'bench-own');
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

/** The bundled emulator with a delay before every answer. */
async function serveSlowly(): Promise<void> {
  const { service, caller } = builtinService(defaults.target.region, newestModelRevision);
  const emulator = await startEmulator({ service, ...caller, nowMs: () => Date.now() });
  const wire = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: emulator.port, host: '127.0.0.1', noDelay: true });
    client.pipe(upstream);
    upstream.on('data', (chunk) => setTimeout(() => client.write(chunk), latencyMs));
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      socket.on('close', () => other.destroy());
      socket.on('error', () => other.destroy());
    }
  });
  wire.listen(0, '127.0.0.1', () => {
    const address = wire.address();
    process.stdout.write(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}\n`);
  });
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
