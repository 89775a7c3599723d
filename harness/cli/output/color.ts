// Whether a stream gets colours.

import type { Terminal } from './terminal.js';

/**
 * `--no-color` and NO_COLOR come first, then FORCE_COLOR, which also colours a pipe; without them, a terminal gets colours.
 * Sources: https://no-color.org and https://force-color.org: an empty variable is ignored; FORCE_COLOR=0 turns colours off.
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
