// Starts an emulator as a process, waits until it answers, and stops it in any case.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { StartRecipe } from './known-emulator.js';

export interface RunningEmulator {
  readonly url: string;
  /** Resolves once the process has ended; may be called repeatedly. */
  readonly stop: () => Promise<void>;
}

export interface StartOptions {
  /** The time-out of the first answer, in milliseconds. */
  readonly startLimitMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** The emulator does not run; `found` is false if the executable does not exist. */
export class EmulatorFailure extends Error {
  override readonly name = 'EmulatorFailure';
  constructor(
    message: string,
    readonly found: boolean,
  ) {
    super(message);
  }
}

const defaultStartLimitMs = 60_000;
const pollMs = 50;
const endingSignals = ['SIGINT', 'SIGTERM'] as const;
/** How long to wait after SIGTERM, in milliseconds. */
const endLimitMs = 5_000;
/** How long to wait for the output of an ended process, in milliseconds. */
const lastWordsMs = 200;
/** The number of characters of output that are kept. */
const maxTailLength = 2_000;

/**
 * Starts a known emulator on a free port of this machine; `program` overrides the executable of the recipe. Rejects with an
 * EmulatorFailure if the executable is missing, ends, or does not answer in time.
 */
export async function startByRecipe(
  recipe: StartRecipe,
  program = recipe.program,
  options: StartOptions = {},
): Promise<RunningEmulator> {
  const port = await freePort();
  const environment = recipe.environmentFor?.(port) ?? {};
  return start(
    { name: program, program, words: recipe.argumentsFor(port), url: `http://127.0.0.1:${port}`, environment },
    options,
  );
}

/** Starts a command of the user in a shell, and waits for an answer at the URL. Rejects like `startByRecipe`. */
export async function startByCommand(
  command: string,
  url: string,
  options: StartOptions = {},
): Promise<RunningEmulator> {
  return start({ name: `"${command}"`, program: 'sh', words: ['-c', command], url, environment: {} }, options);
}

interface Process {
  /** Its name in messages. */
  readonly name: string;
  readonly program: string;
  readonly words: readonly string[];
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
}

async function start(
  { name, program, words, url, environment }: Process,
  { startLimitMs = defaultStartLimitMs, signal }: StartOptions,
): Promise<RunningEmulator> {
  const watch = watchForTheEnd();
  const child = spawn(program, words, {
    // Its own group, so that Ctrl-C on the terminal reaches only the run, which still has to remove CAs.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...withoutCredentials(process.env), ...environment },
  });
  const tail = keepTail(child);
  // Its pipes may stay open if it left processes behind.
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    child.once('exit', (code, reason) => resolve(`it ended with ${reason ?? `exit code ${code}`}`));
  });
  // Listened for from the start: it may come as soon as the process ends.
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = createStop(child, ended, watch);
  const asking = new AbortController();
  void ended.then(() => asking.abort());
  const given = signal === undefined ? asking.signal : AbortSignal.any([signal, asking.signal]);
  const outcome = await Promise.race([ended, firstAnswer(url, { startLimitMs, signal: given })]);
  if (outcome === 'answered') return { url, stop };
  await Promise.race([closed, delay(lastWordsMs, undefined, { ref: false })]);
  await stop();
  if (outcome === 'ENOENT') throw new EmulatorFailure(`there is no program ${program}`, false);
  throw new EmulatorFailure(`${name} does not run: ${outcome}${tail() === '' ? '' : `\n${tail()}`}`, true);
}

/** The environment without variables for AWS. */
function withoutCredentials(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AWS_')));
}

/** A free port. If another process takes it before the emulator does, the emulator reports that and ends. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('A listening socket has no port.');
  return address.port;
}

async function firstAnswer(
  url: string,
  { startLimitMs, signal }: { readonly startLimitMs: number; readonly signal: AbortSignal },
): Promise<string> {
  const untilMs = performance.now() + startLimitMs;
  while (performance.now() < untilMs) {
    if (signal.aborted) return 'interrupted';
    if (await answers(url)) return 'answered';
    await delay(pollMs);
  }
  return `no answer within ${startLimitMs / 1_000} s`;
}

/** A read request of a client, with a dummy signature. */
const firstCall = {
  method: 'POST',
  headers: {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'ACMPrivateCA.ListCertificateAuthorities',
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/acm-pca/aws4_request, SignedHeaders=host, Signature=0',
  },
  timeout: 5_000,
  agent: false,
} as const;

/** Any HTTP answer suffices, because the run judges the answers. */
async function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = request(url, firstCall, (response) => {
      response.destroy();
      resolve(true);
    });
    asking.on('timeout', () => asking.destroy());
    asking.on('error', () => resolve(false));
    asking.end('{}');
  });
}

/** The last output of a process, for error messages. Its pipes are read completely, so that it does not block. */
function keepTail({ stdout, stderr }: ChildProcess): () => string {
  let tail = '';
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      tail = (tail + text).slice(-maxTailLength);
    });
  }
  return () => tail.trim();
}

interface Watch {
  /** The cleanup before this process ends; undefined until the emulator runs. */
  onEnd: (() => void) | undefined;
  readonly close: () => void;
}

/**
 * Ends the emulator if this process ends without stopping it. Installed before the emulator is started, so that a signal
 * during the start is handled.
 */
function watchForTheEnd(): Watch {
  const atExit = (): void => watch.onEnd?.();
  // An active run handles the signal itself and stops the emulator; without a run, it is stopped here.
  const atSignal = (signal: NodeJS.Signals): void => {
    if (process.listenerCount(signal) > 1) return;
    watch.onEnd?.();
    process.exit(128 + constants.signals[signal]);
  };
  process.once('exit', atExit);
  for (const signal of endingSignals) process.on(signal, atSignal);
  const watch: Watch = {
    onEnd: undefined,
    close: () => {
      process.off('exit', atExit);
      for (const signal of endingSignals) process.off(signal, atSignal);
    },
  };
  return watch;
}

function createStop(child: ChildProcess, ended: Promise<unknown>, watch: Watch): () => Promise<void> {
  let isOver = false;
  const kill = (signal: NodeJS.Signals): void => {
    if (child.pid === undefined || isOver) return;
    try {
      // The whole group, with the processes that the executable started.
      process.kill(-child.pid, signal);
    } catch {
      // It has already ended.
    }
  };
  // Its group is killed immediately, because the process id may be reused later.
  child.once('exit', () => {
    kill('SIGKILL');
    isOver = true;
  });
  watch.onEnd = () => kill('SIGKILL');
  return async () => {
    kill('SIGTERM');
    await Promise.race([ended, delay(endLimitMs, undefined, { ref: false })]);
    kill('SIGKILL');
    await ended;
    watch.close();
  };
}
