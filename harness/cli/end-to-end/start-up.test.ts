// What only shows the help or the versions loads nothing that is needed later: a bound on time could not be tested so surely.

import { expect, test } from 'vitest';
import { runCli } from '../../testing/run-cli.js';

const heavy = ['zod', 'vitest', 'fast-check', '@aws-sdk', 'aws-sdk-client-mock', 'yaml', '@peculiar'];

test.for(['--help', 'run --help', '--version', 'report --help'])(
  '%s loads commander and little else',
  async (words) => {
    const { code, stderr } = await runCli(words.split(' '), { cwd: process.cwd(), env: { NODE_DEBUG: 'esm' } });
    expect(code).toBe(0);
    // Proves that what is loaded is told at all.
    expect(stderr).toContain('node_modules/commander/');
    for (const name of heavy) expect(stderr).not.toContain(`node_modules/${name}/`);
  },
);
