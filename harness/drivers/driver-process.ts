// A shell command in its own process group, which is killed completely at the end.

import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export interface DriverProcess {
  /** Writes one line. It is lost if the process has ended, which is reported. */
  write(line: string): void;
  /** What it wrote on stderr: the beginning and the end, if it is long. */
  stderr(): string;
  /** Kills the process and everything that it started. */
  kill(): void;
}

export interface ProcessListener {
  readonly onBytes: (bytes: Buffer) => void;
  /** Called once, after all output was received. */
  readonly onEnd: (end: ProcessEnd) => void;
}

/** How it ended: with an exit code, or by a signal. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The number of characters of stderr that are kept of its beginning, and of its end. */
const maxStderrLength = 4_000;

/** How long to wait for output after the end if another process still holds the pipe, in milliseconds. */
const lastBytesMs = 200;

/** `environment` is added to the `inheritedEnvironment` of the driver. */
export function startProcess(
  command: string,
  environment: Readonly<Record<string, string>>,
  { onBytes, onEnd }: ProcessListener,
): DriverProcess {
  const child = spawn('sh', ['-c', command], {
    // Its own group, so that Ctrl-C on the terminal reaches only the run, which then sends bye.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...inheritedEnvironment(process.env), ...environment },
  });
  // Errors of writing to an ended process are ignored, because its end is reported.
  child.stdin.on('error', () => {});
  child.stdout.on('data', onBytes);
  const stderr = keepEnds(child.stderr);
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
    // Processes that it started are killed, which closes the pipes.
    kill();
    const wait = setTimeout(() => tellEnd({ code, signal }), lastBytesMs);
    child.once('close', () => {
      clearTimeout(wait);
      tellEnd({ code, signal });
    });
  });
  return {
    write: (line) => void child.stdin.write(`${line}\n`),
    stderr,
    kill,
  };
}

/**
 * The environment of this process without the variables for AWS and proxies, because a driver gets its credentials with
 * each call and connects to an endpoint on this machine. The file variables keep an SDK from reading the user's profiles.
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
    // After its end the process id may be reused.
    isOver = child.exitCode !== null || child.signalCode !== null;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The whole group has ended already.
    }
  };
}

function keepEnds(stream: Readable): () => string {
  let head = '';
  let tail = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const room = maxStderrLength - head.length;
    head += text.slice(0, room);
    tail = (tail + text.slice(room)).slice(-maxStderrLength);
  });
  return () => (tail.length < maxStderrLength ? head + tail : `${head}\n...\n${tail}`);
}
