// Finds the server of moto on this machine, and starts it for a test.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment } from './run-cli.js';

export interface MotoServer {
  readonly url: string;
  stop(): Promise<void>;
}

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The program, as `$MOTO_SERVER` names it if not empty, or as `npm run install:moto` installs it; undefined if there is none. */
export function findMoto(): string | undefined {
  const path = resolve(repository, process.env['MOTO_SERVER'] || '.cache/moto/bin/moto_server');
  return existsSync(path) ? path : undefined;
}

/** The server has failed to start if it has not printed its address after this time. */
const startLimitMs = 60_000;

/** Starts the server on a free port of the loopback interface. Resolves once it answers. */
export async function startMoto(path: string): Promise<MotoServer> {
  const child = spawn(path, ['-H', '127.0.0.1', '-p', '0'], {
    env: { ...cleanEnvironment(), PYTHONUNBUFFERED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  try {
    const url = await new Promise<string>((found, fail) => {
      const timer = setTimeout(() => fail(new Error(`moto did not start:\n${output}`)), startLimitMs);
      let output = '';
      // The address comes first, then a line for each request.
      const read = (text: string): void => {
        if (output.length < 10_000) output += text;
        const [, address] = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(output) ?? [];
        if (address === undefined) return;
        clearTimeout(timer);
        found(address);
      };
      child.stdout.setEncoding('utf8').on('data', read);
      child.stderr.setEncoding('utf8').on('data', read);
      child.on('error', fail);
      child.on('close', () => fail(new Error(`moto ended before it started:\n${output}`)));
    });
    const answer = await fetch(`${url}/moto-api/data.json`);
    if (!answer.ok) throw new Error(`moto answers with HTTP ${answer.status}.`);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
