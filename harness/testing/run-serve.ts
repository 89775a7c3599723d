// Starts `pca-conformance serve` as a process of its own, on a free port.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cleanEnvironment, cliPath } from './run-cli.js';

export { cleanEnvironment } from './run-cli.js';

export interface RunningServe {
  readonly url: string;
  /** The CAs that it was started with. */
  readonly arns: readonly string[];
  stop(): Promise<void>;
}

/** Resolves once the service listens; it starts with one CA. */
export async function startServe(args: readonly string[]): Promise<RunningServe> {
  const child = spawn(process.execPath, [cliPath, 'serve', '--port', '0', '--seed-ca', '1', ...args], {
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    printed += String(chunk);
    if (/http:\/\/\S+/.test(printed) && /certificate-authority\/[0-9a-f-]{36}/.test(printed)) break;
  }
  child.stdout.resume();
  return {
    url: /http:\/\/\S+?:\d+/.exec(printed)?.[0] ?? '',
    arns: printed.match(/arn:\S+certificate-authority\/[0-9a-f-]{36}/g) ?? [],
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
