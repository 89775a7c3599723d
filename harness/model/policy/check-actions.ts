// The objections to the actions of a statement (POL-21, POL-22, POL-27, POL-28, POL-43, POL-44).

import { ownerActions, shareableActions } from '../../api/actions.js';
import { memberOf, stringsOf, type JsonObject } from './json-access.js';
import { malformed, mayBeAccepted, mayBeRefused, type Objection } from './objection.js';

const shareableInLowerCase = shareableActions.map((action) => action.toLowerCase());

export function checkActions(statement: JsonObject): readonly Objection[] {
  if (memberOf(statement, 'NotAction') !== undefined) return [malformed('POL-44')];
  const node = memberOf(statement, 'Action');
  const actions = node === undefined ? undefined : stringsOf(node);
  if (actions === undefined || actions.length === 0) return [malformed('POL-21')];
  return actions.flatMap((action) => checkAction(action));
}

function checkAction(action: string): Objection[] {
  if (shareableActions.includes(action)) return [];
  if (shareableInLowerCase.includes(action.toLowerCase())) return [mayBeAccepted('POL-43')];
  if (/[*?]/.test(action)) return [checkWildcard(action)];
  const isKnown = ownerActions.includes(action) || action === 's3:GetObject';
  return [isKnown ? { requirement: 'POL-27', answers: ['InvalidPolicyException'] } : malformed('POL-27')];
}

/** A wildcard that covers an action other than the seven grants more than a share may (POL-28). */
function checkWildcard(action: string): Objection {
  const [service = '', name] = action.split(':');
  // IAM's grammar permits no wildcard in the service prefix, so this is not an action (POL-27).
  if (name !== undefined && /[*?]/.test(service)) return malformed('POL-28');
  const covers = wildcardPattern(action);
  const coversMore = service !== 'acm-pca' || ownerActions.some((owned) => covers.test(owned));
  const coversSome = shareableActions.some((shareable) => covers.test(shareable));
  return coversMore || !coversSome
    ? { requirement: 'POL-28', answers: ['InvalidPolicyException'] }
    : mayBeRefused('POL-28');
}

function wildcardPattern(action: string): RegExp {
  const escaped = action.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
}
