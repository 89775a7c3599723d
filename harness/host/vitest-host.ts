// Hosts a run in vitest, from the source or from an installed package. The only file that touches vitest's Node API.

import { dirname, join, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { createVitest } from 'vitest/node';
import type { CheckReport } from '../files/report.js';
import { linkWorker, type Progress } from './host-link.js';
import type { RunConfig } from '../run/session/run-config.js';
import type { SessionReport } from '../results/check-report.js';

declare module 'vitest' {
  interface ProvidedContext {
    hostedRun: HostedRun;
  }
  interface TaskMeta {
    check?: CheckReport;
    session?: SessionReport;
  }
}

/** What the worker is told. */
export interface HostedRun {
  readonly config: RunConfig;
  readonly runId: string;
  /** Of this package. */
  readonly suiteVersion: string;
}

export interface HostListener {
  onProgress(progress: Progress): void;
  onCheck(report: CheckReport): void;
}

export interface HostResult {
  readonly checks: readonly CheckReport[];
  /** Absent where the worker did not reach its end. */
  readonly session: SessionReport | undefined;
  /** The signal that interrupted the run. */
  readonly interruptedBy: 'SIGINT' | 'SIGTERM' | undefined;
  /** Faults of the suite itself. */
  readonly faults: readonly string[];
}

const signals = ['SIGINT', 'SIGTERM'] as const;

export async function hostRun(hosted: HostedRun, listener: HostListener): Promise<HostResult> {
  const reporter = collectReports(listener);
  const link = linkWorker(hosted.runId, (progress) => listener.onProgress(progress));
  const interruption = listenForSignals(() => link.interrupt());
  const listenersBefore = new Map(signals.map((signal) => [signal, new Set(process.listeners(signal))]));
  // On a terminal vitest hides the cursor, whatever its reporters say.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const vite = {
    envDir: false,
    cacheDir: join(hosted.config.outDir, '.cache'),
    server: { ws: false, watch: null },
    logLevel: 'silent',
  } as const;
  const vitest = await createVitest('test', vitestOptions(hosted, reporter), vite, {
    stdout: nowhere,
    stderr: nowhere,
  });
  // Vitest's own handlers end the process after a millisecond, before anything is torn down.
  for (const signal of signals) {
    for (const handler of process.listeners(signal)) {
      if (listenersBefore.get(signal)?.has(handler) === false) process.off(signal, handler);
    }
  }
  const faults: string[] = [];
  try {
    await vitest.start();
  } catch (error) {
    faults.push(messageOf(error));
  }
  faults.push(...vitest.state.getUnhandledErrors().map((error) => messageOf(error)), ...reporter.faults);
  await vitest.close();
  interruption.stop();
  link.close();
  return { checks: reporter.checks, session: reporter.session(), interruptedBy: interruption.signal(), faults };
}

/** How often the worker is told of an interruption: it may not have been listening yet. */
const repeatMs = 100;

/**
 * Tells the worker, which lets the checks that are left end at once and tears down. Vitest itself is not told: when it
 * cancels a second time it ends the worker in the middle of its teardown.
 */
function listenForSignals(interrupt: () => void): { signal(): HostResult['interruptedBy']; stop(): void } {
  let received: HostResult['interruptedBy'];
  let timer: NodeJS.Timeout | undefined;
  const handle = (signal: NodeJS.Signals): void => {
    received ??= signal === 'SIGTERM' ? 'SIGTERM' : 'SIGINT';
    interrupt();
    timer ??= setInterval(interrupt, repeatMs);
  };
  for (const signal of signals) process.on(signal, handle);
  return {
    signal: () => received,
    stop() {
      clearInterval(timer);
      for (const signal of signals) process.off(signal, handle);
    },
  };
}

function vitestOptions(hosted: HostedRun, reporter: Reporter): Parameters<typeof createVitest>[1] {
  const here = dirname(fileURLToPath(import.meta.url));
  return {
    // Never the configuration of whoever installed the package, and nothing written below it.
    config: false,
    cache: false,
    root: resolve(here, '../..'),
    include: ['suites/conformance.suite.{js,ts}'],
    exclude: [],
    watch: false,
    // What is compiled is loaded as it is: to transform it would take a second of the processor and change nothing.
    server: { deps: { external: [/\.js$/] } },
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
    // The SDK warns on the console, with parts of what a target answered.
    onConsoleLog: () => false,
    // Every call has a deadline of its own.
    testTimeout: 0,
    hookTimeout: 0,
    teardownTimeout: 60_000,
    provide: { hostedRun: hosted },
    reporters: [reporter],
    attachmentsDir: join(hosted.config.outDir, '.cache', 'attachments'),
  };
}

interface CollectingReporter extends Reporter {
  readonly checks: CheckReport[];
  readonly faults: string[];
  session(): SessionReport | undefined;
}

function collectReports(listener: HostListener): CollectingReporter {
  const checks: CheckReport[] = [];
  const faults: string[] = [];
  let session: SessionReport | undefined;
  return {
    checks,
    faults,
    session: () => session,
    onTestCaseResult(testCase: TestCase) {
      const { check } = testCase.meta();
      const result = testCase.result();
      if (check !== undefined) {
        checks.push(check);
        listener.onCheck(check);
      } else if (result.state === 'failed') {
        faults.push(...result.errors.map((error) => `${testCase.name}: ${error.stack ?? error.message}`));
      }
    },
    onTestModuleEnd(testModule: TestModule) {
      session = testModule.meta().session;
      faults.push(...testModule.errors().map((error) => error.stack ?? error.message));
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
