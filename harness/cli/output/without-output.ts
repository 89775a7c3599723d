// Suppresses what other code prints during a run: the SDK and a user's module print what a target answered.

import { Console } from 'node:console';
import { Writable } from 'node:stream';

/** During the work, nothing is printed on stdout or by `console`. Not to be nested. */
export async function withoutOutput<Result>(work: () => Promise<Result>): Promise<Result> {
  const { console } = globalThis;
  const write = process.stdout.write.bind(process.stdout);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  globalThis.console = new Console(nowhere);
  process.stdout.write = nowhere.write.bind(nowhere);
  try {
    return await work();
  } finally {
    globalThis.console = console;
    process.stdout.write = write;
  }
}
