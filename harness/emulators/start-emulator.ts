// Starts an emulator as a process of its own, waits until it answers, and stops it again whatever happens.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { StartRecipe } from './known-emulator.js';

export interface RunningEmulator {
  readonly url: string;
  /** Resolves once the process is gone; safe to call again. */
  readonly stop: () => Promise<void>;
}

export interface StartOptions {
  /** How long the first answer may take, in milliseconds. */
  readonly startLimitMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Why an emulator does not run; `found` is false where there is no such program. */
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
/** After a polite request to end, in milliseconds. */
const endLimitMs = 5_000;
/** For what a process wrote that has ended, in milliseconds. */
const lastWordsMs = 200;
/** Characters of what the process wrote last. */
const longestTail = 2_000;

/**
 * Starts what is known of an emulator on a free port of this machine; `program` is in place of the one of the recipe.
 * Rejects with an EmulatorFailure where the program is missing, ends, or gives no answer in time.
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

/** Starts a command of the user in a shell, and waits for an answer at the URL. Rejects as `startByRecipe` does. */
export async function startByCommand(
  command: string,
  url: string,
  options: StartOptions = {},
): Promise<RunningEmulator> {
  return start({ name: `"${command}"`, program: 'sh', words: ['-c', command], url, environment: {} }, options);
}

interface Process {
  /** As a message names it. */
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
    // A group of its own: Ctrl-C on the terminal ends the run first, which still has CAs to remove.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...withoutCredentials(process.env), ...environment },
  });
  const tail = keepTail(child);
  // Its pipes may be open for longer, where it left somebody behind.
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

/** Nothing that is meant for AWS is handed to an emulator. */
function withoutCredentials(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('AWS_')));
}

/** A port that nobody listens on. Somebody else may take it before the emulator does, which then says so and ends. */
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

/** A call that changes nothing, as a client would make it; for its signature nobody has a key. */
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

/** Any HTTP answer will do: what the emulator says is for the run to judge. */
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

/** The last of what a process writes, for the message about its end; its pipes are read to the end, so that it goes on. */
function keepTail({ stdout, stderr }: ChildProcess): () => string {
  let tail = '';
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      tail = (tail + text).slice(-longestTail);
    });
  }
  return () => tail.trim();
}

interface Watch {
  /** What to do before this process ends; undefined until there is an emulator. */
  onEnd: (() => void) | undefined;
  readonly close: () => void;
}

/**
 * Sees this process end without coming to its stop, whatever the reason, so that the emulator does not outlive it.
 * Begun before the emulator is: a signal that comes while it starts finds somebody who waits for it.
 */
function watchForTheEnd(): Watch {
  const atExit = (): void => watch.onEnd?.();
  // A run that is under way has more to do when it is interrupted, and comes to its stop; nothing else does.
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
      // The whole group: what the program started is not left behind.
      process.kill(-child.pid, signal);
    } catch {
      // It has ended meanwhile.
    }
  };
  // What it left behind goes with it, now: later its number may be that of somebody else.
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
