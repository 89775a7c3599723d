// The driver that is judged if none is named: the AWS SDK for JavaScript of this package.

import { fileURLToPath } from 'node:url';
import { shellQuote } from '../../text/shell-quote.js';
import type { StartDriver } from '../../api/driver.js';
import { driverCommand } from '../../drivers/child-process.js';
import { startInProcess } from '../../drivers/javascript/in-process.js';

const program = fileURLToPath(new URL('../../drivers/javascript/javascript-driver.js', import.meta.url));

/** Runs in this process; a case with environment variables of its own gets a process of its own. */
export function builtinDriver(): StartDriver {
  const startProcess = driverCommand(`${shellQuote(process.execPath)} ${shellQuote(program)}`);
  return (options) =>
    Object.keys(options?.environment ?? {}).length === 0 ? startInProcess(options) : startProcess(options);
}
