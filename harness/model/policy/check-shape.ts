// The objection if the statements are not a documented share: a read and an issue statement for one grantee (POL-10,
// POL-11, POL-13). Any other combination is open (POL-25).

import { issueAction, readActions } from '../../api/actions.js';
import { memberOf, stringsOf, type JsonObject } from './json-access.js';
import { mayBeAccepted, type Objection } from './objection.js';

export function checkShape(statements: readonly JsonObject[]): readonly Objection[] {
  const [first, second, ...others] = statements;
  const kinds = [first, second].map((statement) => kindOf(statement)).sort();
  const isPair = others.length === 0 && kinds[0] === 'issue' && kinds[1] === 'read';
  return isPair && granteeOf(first) === granteeOf(second) ? [] : [mayBeAccepted('POL-25')];
}

function kindOf(statement: JsonObject | undefined): 'read' | 'issue' | 'other' {
  const node = statement === undefined ? undefined : memberOf(statement, 'Action');
  const actions = (node === undefined ? undefined : stringsOf(node)) ?? [];
  if (actions.length === 1 && actions[0] === issueAction) return 'issue';
  const hasAll = readActions.every((action) => actions.includes(action));
  return hasAll && actions.length === readActions.length ? 'read' : 'other';
}

/** The principal as text, which is equal in both statements of a share. */
function granteeOf(statement: JsonObject | undefined): string {
  const principal = statement === undefined ? undefined : memberOf(statement, 'Principal');
  if (principal?.kind === 'string') return principal.value;
  if (principal?.kind !== 'object') return '';
  return principal.members.map(({ key, value }) => `${key}=${(stringsOf(value) ?? []).join(',')}`).join(';');
}
