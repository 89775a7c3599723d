// Selects the checks of a run: those whose requirement or own id matches a filter, within the requested level, and of these
// the ones in its shard.

import { createHash } from 'node:crypto';
import { formerIdsOf } from '../../api/former-check-ids.js';
import { levelOf, type Check } from './check.js';
import type { Selection } from '../session/run-config.js';
import type { Shard } from '../options/selection-options.js';

export type ChecksAsked = Pick<Selection, 'filters' | 'level' | 'shard'>;

/** A filter is a glob: `*` stands for any characters, `?` for one; case does not matter. */
export function selectChecks(checks: readonly Check[], { filters, level, shard }: ChecksAsked): readonly Check[] {
  return checks.filter(
    (check) =>
      matchesFilters([check.id, check.requirement], filters) &&
      (level === 'any-of' || levelOf(check) !== 'any-of') &&
      isInShard(check.id, shard),
  );
}

/** Whether an id belongs to a shard. It is always the same one, whatever other checks there are. */
export function isInShard(id: string, shard: Shard | undefined): boolean {
  if (shard === undefined) return true;
  const number = createHash('sha256').update(id).digest().readUInt32BE();
  return number % shard.count === shard.index - 1;
}

/** Whether one of the ids, or a former one, matches one of the filters; no filter matches everything. */
export function matchesFilters(ids: readonly string[], filters: readonly string[]): boolean {
  if (filters.length === 0) return true;
  const all = ids.flatMap((id) => [id, ...formerIdsOf(id)]);
  return filters.some((filter) => all.some((id) => globPattern(filter).test(id)));
}

function globPattern(glob: string): RegExp {
  const escaped = glob.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
}
