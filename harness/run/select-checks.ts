// Which checks a run makes: those whose requirement or own id matches a filter, within the level asked for.

import { levelOf, type Check } from './check.js';
import type { JudgedLevel } from './run-config.js';

export interface Selection {
  readonly filters: readonly string[];
  readonly level: JudgedLevel;
}

/** A filter is a glob: `*` stands for any characters, `?` for one; case does not matter. */
export function selectChecks(checks: readonly Check[], { filters, level }: Selection): readonly Check[] {
  return checks.filter(
    (check) =>
      matchesFilters([check.id, check.requirement], filters) && (level === 'any-of' || levelOf(check) !== 'any-of'),
  );
}

/** Whether one of the ids matches one of the filters; no filter at all matches everything. */
export function matchesFilters(ids: readonly string[], filters: readonly string[]): boolean {
  return filters.length === 0 || filters.some((filter) => ids.some((id) => globPattern(filter).test(id)));
}

function globPattern(glob: string): RegExp {
  const escaped = glob.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
}
