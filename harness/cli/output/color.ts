// Whether a stream gets colours.

import type { Terminal } from './terminal.js';

/**
 * `--no-color` and NO_COLOR win, then FORCE_COLOR, which colours a pipe too; without any of them, a terminal gets colours.
 * Sources: https://no-color.org and https://force-color.org: neither counts where it is empty; FORCE_COLOR=0 turns them off.
 */
export function usesColor(
  stream: { readonly isTTY?: boolean },
  flags: { readonly color: boolean },
  environment: Terminal['env'],
): boolean {
  if (!flags.color || isSet(environment['NO_COLOR'])) return false;
  const force = environment['FORCE_COLOR'];
  if (isSet(force)) return force !== '0' && force !== 'false';
  return stream.isTTY === true;
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
