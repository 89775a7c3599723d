// A command that runs in a shell, in a process group of its own, and is gone as a whole at the end.

import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export interface DriverProcess {
  /** Writes one line. What a process that has ended does not read any more is lost; its end is told. */
  write(line: string): void;
  /** The last of what it wrote on stderr. */
  stderrTail(): string;
  /** Ends it and everything that it started, at once. */
  kill(): void;
}

export interface ProcessListener {
  readonly onBytes: (bytes: Buffer) => void;
  /** Called once, after everything that it wrote. */
  readonly onEnd: (end: ProcessEnd) => void;
}

/** How it ended: with an exit code, or by a signal. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Characters of stderr that are kept. */
const longestTail = 4_000;

/** For what was written before the end, where somebody else still holds the pipe; in milliseconds. */
const lastBytesMs = 200;

/** `environment` is laid over that of this process, of which a driver gets no more than `inheritedEnvironment`. */
export function startProcess(
  command: string,
  environment: Readonly<Record<string, string>>,
  { onBytes, onEnd }: ProcessListener,
): DriverProcess {
  const child = spawn('sh', ['-c', command], {
    // A group of its own: Ctrl-C on the terminal ends the run first, which says goodbye.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...inheritedEnvironment(process.env), ...environment },
  });
  // Whoever has ended does not read; what is left to tell is its end.
  child.stdin.on('error', () => {});
  child.stdout.on('data', onBytes);
  const tail = keepTail(child.stderr);
  const kill = createKill(child);
  process.once('exit', kill);
  let isTold = false;
  const tellEnd = (end: ProcessEnd): void => {
    if (isTold) return;
    isTold = true;
    process.off('exit', kill);
    onEnd(end);
  };
  child.once('error', () => tellEnd({ code: null, signal: null }));
  child.once('exit', (code, signal) => {
    // What it left behind goes with it, and lets go of the pipes.
    kill();
    const wait = setTimeout(() => tellEnd({ code, signal }), lastBytesMs);
    child.once('close', () => {
      clearTimeout(wait);
      tellEnd({ code, signal });
    });
  });
  return {
    write: (line) => void child.stdin.write(`${line}\n`),
    stderrTail: tail,
    kill,
  };
}

/**
 * Nothing that is meant for AWS is handed to a driver, which gets its credentials with each call, and no proxy comes
 * between it and an endpoint on this machine. Without these files an SDK does not find the profiles of the user either.
 */
export function inheritedEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !/^AWS_|^(https?|all|no)_proxy$/i.test(name)) kept[name] = value;
  }
  return {
    ...kept,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

function createKill(child: ChildProcessByStdio<Writable, Readable, Readable>): () => void {
  let isOver = false;
  return () => {
    if (child.pid === undefined || isOver) return;
    // Once it has ended, its number may later be that of somebody else.
    isOver = child.exitCode !== null || child.signalCode !== null;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile, and left nothing behind.
    }
  };
}

function keepTail(stream: Readable): () => string {
  let tail = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-longestTail);
  });
  return () => tail;
}
