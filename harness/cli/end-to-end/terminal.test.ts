// What a real terminal and a pipe receive: a status line and colours on a terminal, no control code in a pipe.

import { execFileSync } from 'node:child_process';
import { describe, expect } from 'vitest';
import { test } from '../../testing/cli-test.js';
import { acceptsEveryPolicy, answersInHostileText } from '../../testing/odd-services.js';
import { cliPath, runCli, startProcess } from '../../testing/run-cli.js';
import { usesColor } from '../output/color.js';

const colorCode = /\u001b\[\d+m/;
/** Every control character but the line feed. */
const controlCode = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

const args = ['--profile', 'smoke', '--filter', 'POL-05', '--seed', '1', '--out', 'out'];

/** Runs a command in a terminal of 70 columns and passes its output on; undefined if the machine has no such tool. */
function terminalCommand(): readonly string[] | undefined {
  const program = `
import fcntl, os, pty, struct, sys, termios
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 70, 0, 0))
    os.execvp(sys.argv[1], sys.argv[1:])
while True:
    try:
        data = os.read(terminal, 65536)
    except OSError:
        break
    if not data:
        break
    os.write(1, data)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`;
  try {
    execFileSync('python3', ['-c', 'import os, pty; os.waitstatus_to_exitcode'], { stdio: 'ignore' });
    return ['python3', '-c', program];
  } catch {
    return undefined;
  }
}

const terminal = terminalCommand();
const reason = terminal === undefined ? ' (skipped: there is no python3 with a pty)' : '';

async function onTerminal(
  words: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<{ readonly code: number | null; readonly text: string }> {
  const [command = '', ...rest] = terminal ?? [];
  const env = { TERM: 'xterm', ...options.env };
  const running = await startProcess(command, [...rest, process.execPath, cliPath, ...words], { ...options, env });
  const { code, stdout } = await running.result;
  // A terminal adds the carriage returns.
  return { code, text: stdout.replaceAll('\r\n', '\n') };
}

describe.skipIf(reason !== '')(`on a terminal${reason}`, () => {
  test.concurrent(
    'a run has one status line within the columns, which is gone in the end',
    async ({ folder, serve }) => {
      const { url } = await serve({ service: acceptsEveryPolicy, delayMs: 2 });
      const { code, text } = await onTerminal(['run', '--target', url, ...args], { cwd: folder });
      expect(code).toBe(1);
      const [before = '', ...written] = text.split('\r\u001b[K');
      expect(before).toBe(`pca-conformance 0.1.0, target ${url}, profile smoke, seed 1\n`);
      const report = written.pop() ?? '';
      expect(written.some((line) => /^phase [\w-]+: \d+ of \d+ checks, \d+ failures?, \d+ calls/.test(line))).toBe(
        true,
      );
      for (const line of written) expect(line).toMatch(/^[ -~]{0,69}$/);
      expect(report).toMatch(colorCode);
      expect(report).toContain('exit 1: ');
    },
  );

  test.concurrent('prose is wrapped, and the lines to copy are not', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    const { text } = await onTerminal(['run', '--target', url, ...args, '--no-color'], { cwd: folder });
    const report = text.split('\r\u001b[K').at(-1) ?? '';
    const lines = report.split('\n');
    const prose = lines.filter((line) => /^ {2}\S/.test(line) && !/^ {2}(replay|aws cli|curl|https:)/.test(line));
    for (const line of prose) expect(line.length).toBeLessThanOrEqual(70);
    expect(lines.some((line) => /^ {2}replay .{70}/.test(line))).toBe(true);
  });

  test.concurrent('NO_COLOR removes the colours and keeps the status line', async ({ folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    const { text } = await onTerminal(['run', '--target', url, ...args], { cwd: folder, env: { NO_COLOR: '1' } });
    expect(text).not.toMatch(colorCode);
    expect(text).toContain('\r\u001b[K');
  });

  test.concurrent('--quiet has no status line', async ({ folder, serve }) => {
    const { url } = await serve();
    const { text } = await onTerminal(['run', '--target', url, ...args, '--quiet', '--no-color'], { cwd: folder });
    expect(text).not.toMatch(controlCode);
  });

  test.concurrent('hostile text does not reach it', async ({ folder, serve }) => {
    const { url } = await serve({ service: answersInHostileText });
    const { text } = await onTerminal(['run', '--target', url, ...args, '--trace', '--quiet', '--no-color'], {
      cwd: folder,
    });
    expect(text).toContain(String.raw`\u001b[2J`);
    expect(text).not.toMatch(controlCode);
  });
});

describe('into a pipe', () => {
  const cases = [
    ['by default', {}, [], false],
    ['with FORCE_COLOR', { FORCE_COLOR: '1' }, [], true],
    ['with FORCE_COLOR=0', { FORCE_COLOR: '0' }, [], false],
    ['with FORCE_COLOR and NO_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
    ['with FORCE_COLOR and --no-color', { FORCE_COLOR: '1' }, ['--no-color'], false],
  ] as const;

  test.concurrent.for(cases)('%s', async ([, env, more, isColored], { folder, serve }) => {
    const { url } = await serve({ service: acceptsEveryPolicy });
    const ended = await runCli(['run', '--target', url, ...args, ...more], { cwd: folder, env });
    expect(ended.code).toBe(1);
    expect(colorCode.test(ended.stdout)).toBe(isColored);
    const text = ended.stdout + ended.stderr;
    expect(isColored ? text.replaceAll(/\u001b\[\d+m/g, '') : text).not.toMatch(controlCode);
  });
});

test('colours are decided by the option, then NO_COLOR, then FORCE_COLOR, then the terminal', () => {
  const on = { isTTY: true };
  expect(usesColor(on, { color: true }, {})).toBe(true);
  expect(usesColor({}, { color: true }, {})).toBe(false);
  expect(usesColor(on, { color: true }, { NO_COLOR: '' })).toBe(true);
  expect(usesColor(on, { color: true }, { NO_COLOR: '0', FORCE_COLOR: '1' })).toBe(false);
  expect(usesColor({}, { color: true }, { FORCE_COLOR: '' })).toBe(false);
  expect(usesColor({}, { color: false }, { FORCE_COLOR: '1' })).toBe(false);
});
