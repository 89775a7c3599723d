// `driver check`: tries a driver, and says for each step whether it is right, or what is wrong and how to fix it.

import { terminalText } from '../../../reports/text/terminal-text.js';
import { shellQuote } from '../../text/shell-quote.js';
import { checkDriver, type StepResult } from '../../drivers/check-driver.js';
import { driverCommand } from '../../drivers/child-process.js';
import { exitCodes } from '../../results/exit-code.js';
import type { Terminal } from '../output/terminal.js';
import { countOf } from '../../text/count.js';

/** Resolves with the exit code: 0 if the driver keeps the protocol, else 7. */
export async function driverCheckCommand(words: readonly string[], { stdout }: Terminal): Promise<number> {
  const [word = ''] = words;
  // A single argument is a shell command line; of several, each is quoted as one word.
  const command = words.length === 1 ? word : words.map((each) => shellQuote(each)).join(' ');
  let problems = 0;
  await checkDriver(driverCommand(command), (finding) => {
    if (finding.kind === 'problem') problems += 1;
    stdout.write(renderFinding(finding));
  });
  if (problems > 0) {
    stdout.write(`\n${countOf(problems, 'problem')}: the driver cannot be used as it is.\n`);
    return exitCodes.suiteFault;
  }
  const target = shellQuote(`driver:${command}`);
  stdout.write(`\n${safe(`All is well. Next: npx pca-conformance run --target ${target} --endpoint URL`)}\n`);
  return exitCodes.conforms;
}

const words = { ok: 'ok', 'not-offered': 'left out', problem: 'problem' } as const satisfies Record<
  StepResult['kind'],
  string
>;

function renderFinding(finding: StepResult): string {
  const fix = finding.kind === 'problem' ? [`fix: ${finding.fix}`, ...(finding.stderr ?? [])] : [];
  const lines = [
    `${words[finding.kind].padEnd(9)} ${finding.name}: ${finding.message}`,
    ...fix.map((line) => `${' '.repeat(10)}${line}`),
  ];
  return `${lines.map((line) => safe(line)).join('\n')}\n`;
}

/** The driver may write any text. */
function safe(text: string): string {
  return text
    .split('\n')
    .map((line) => terminalText(line, 2_000))
    .join('\n');
}
