// The completion scripts, in the shells that are there: bash completes, the others at least find no fault in the syntax.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completionScript } from '../commands/completion-script.js';
import { buildProgram } from '../program.js';
import { testTerminal } from '../../testing/run-in-process.js';
import { runCli } from '../../testing/run-cli.js';

/** Also where the shell is required, so that its absence is a failure there. */
function has(shell: string): boolean {
  if (process.env['CI'] === 'true') return true;
  try {
    execFileSync(shell, ['-c', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const missing = Object.fromEntries(
  ['bash', 'zsh', 'fish'].map((shell) => [shell, has(shell) ? '' : ` (skipped: ${shell} is not installed)`]),
);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pca-conformance-test-'));
  const program = buildProgram(testTerminal({ cwd: '.' }), () => {});
  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    writeFileSync(join(folder, shell), completionScript(shell, program));
  }
  writeFileSync(join(folder, 'some-case.json'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What bash offers after these words; the last one is the beginning of a word, or empty. */
function completions(...words: readonly string[]): readonly string[] {
  const script = `source ./bash
words_of() { sed -E 's/^complete .*-F ([^ ]+) .*/\\1/' <<< "$(complete -p pca-conformance)"; }
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); "$(words_of)"
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const output = execFileSync('bash', ['--norc', '-c', script, 'bash', 'pca-conformance', ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return output.trim().split('\n').toSorted();
}

describe.skipIf(missing['bash'] !== '')(`bash${missing['bash']}`, () => {
  test.each([
    [['sel'], ['selftest']],
    [['re'], ['record', 'replay', 'report']],
    [
      ['report', 'm'],
      ['markdown', 'matrix', 'merge'],
    ],
    [['run', '--prof'], ['--profile']],
    [
      ['run', '--profile', ''],
      ['ci', 'nightly', 'smoke'],
    ],
    [['--profile', 's'], ['smoke']],
    [['--trace'], ['--trace', '--trace-all']],
    [['run', '--seed', ''], ['']],
    [
      ['diff', '--left-'],
      ['--left-access-key', '--left-secret-key'],
    ],
    [['report', 'diff', '--left'], ['']],
    [
      ['completion', ''],
      ['--help', '-h', 'bash', 'fish', 'zsh'],
    ],
    [['replay', 'some'], ['some-case.json']],
    [['run', '--ca-file', 'some'], ['some-case.json']],
  ])('completes %j', (words, expected) => {
    expect(completions(...words)).toEqual(expected);
  });

  test('offers every command and every option of the tree', () => {
    const program = buildProgram(testTerminal({ cwd: '.' }), () => {});
    const offered = completions('');
    for (const command of program.commands) {
      expect(offered).toContain(command.name());
      const own = completions(command.name(), '--');
      for (const { long } of command.options) expect(own, command.name()).toContain(long);
    }
  });
});

describe.each(['zsh', 'fish'])('%s', (shell) => {
  test.skipIf(missing[shell] !== '')(`finds no fault in the syntax${missing[shell]}`, () => {
    execFileSync(shell, ['-n', join(folder, shell)]);
  });
});

test('the command prints the script and nothing else', async () => {
  const { code, stdout, stderr } = await runCli(['completion', 'bash'], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(
    completionScript(
      'bash',
      buildProgram(testTerminal({ cwd: '.' }), () => {}),
    ),
  );
});
