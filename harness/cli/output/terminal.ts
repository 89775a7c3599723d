// What a command uses of its terminal: streams, variables, folder, and signals.

import { withoutOutput } from './without-output.js';

/** The part of a stream that is used; `columns` changes with the window. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export const endingSignals = ['SIGINT', 'SIGTERM'] as const;
export type EndingSignal = (typeof endingSignals)[number];

export interface Terminal {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A path of the user made absolute, relative to the folder of the terminal. */
  readonly path: <Words extends string | undefined>(words: Words) => Words;
  /** Resolves with the user's answer; undefined if nobody is there. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  /** Calls back with every signal until the function that it returns is called. */
  readonly onSignal: (listener: (signal: EndingSignal) => void) => () => void;
  /** During the work, output of the SDK or a user's module goes neither to stdout nor to the console. */
  readonly quietly: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** The terminal of this process. */
export const processTerminal: Terminal = {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  path: (words) => words,
  get ask() {
    return process.stdin.isTTY && process.stderr.isTTY ? askHere : undefined;
  },
  onSignal(listener) {
    for (const signal of endingSignals) process.on(signal, listener);
    return () => {
      for (const signal of endingSignals) process.off(signal, listener);
    };
  },
  quietly: withoutOutput,
};

async function askHere(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}
