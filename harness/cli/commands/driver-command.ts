// `driver check`: tries a driver, and says of each step whether all is well, or what is wrong and how to mend it.

import { terminalText } from '../../../reports/text/terminal-text.js';
import { shellQuote } from '../../text/shell-quote.js';
import { checkDriver, type StepResult } from '../../drivers/check-driver.js';
import { driverCommand } from '../../drivers/child-process.js';
import { exitCodes } from '../../results/exit-code.js';

/** Resolves with the exit code: 0 where the driver keeps the protocol, else 7. */
export async function driverCheckCommand(words: readonly string[]): Promise<number> {
  const [word = ''] = words;
  // One word is a line of a shell; of several, each is a word of one.
  const command = words.length === 1 ? word : words.map((each) => shellQuote(each)).join(' ');
  let problems = 0;
  await checkDriver(driverCommand(command), (finding) => {
    if (finding.kind === 'problem') problems += 1;
    show(finding);
  });
  if (problems > 0) {
    write(`\n${problems} problem${problems === 1 ? '' : 's'}: the driver cannot be used as it is.`);
    return exitCodes.suiteFault;
  }
  write(`\nAll is well. Next: npx pca-conformance run --target ${shellQuote(`driver:${command}`)} --endpoint URL`);
  return exitCodes.conforms;
}

const words = { ok: 'ok', 'not-offered': 'left out', problem: 'problem' } as const satisfies Record<
  StepResult['kind'],
  string
>;

function show(finding: StepResult): void {
  write(`${words[finding.kind].padEnd(9)} ${finding.name}: ${finding.message}`);
  if (finding.kind !== 'problem') return;
  write(`${' '.repeat(10)}fix: ${finding.fix}`);
  for (const line of finding.stderr ?? []) write(`${' '.repeat(10)}${line}`);
}

/** What a driver writes comes from anywhere. */
function write(text: string): void {
  process.stdout.write(
    `${text
      .split('\n')
      .map((line) => terminalText(line, 2_000))
      .join('\n')}\n`,
  );
}
