// The objections to the resource of a statement (POL-31, POL-32).

import { memberOf, stringsOf, type JsonObject } from './json-access.js';
import { mayBeRefused, unheardOf, type Objection } from './objection.js';
import type { PolicyContext } from './policy-context.js';

export function checkResource(statement: JsonObject, context: PolicyContext): readonly Objection[] {
  if (memberOf(statement, 'NotResource') !== undefined) {
    return [{ requirement: 'POL-31', answers: ['InvalidPolicyException'] }];
  }
  const node = memberOf(statement, 'Resource');
  if (node === undefined) return [mayBeRefused('POL-31')];
  const resources = stringsOf(node);
  if (resources === undefined || resources.length === 0) return [unheardOf('POL-31')];
  const objections = node.kind === 'array' ? [mayBeRefused('POL-31')] : [];
  return [...objections, ...resources.flatMap((resource) => checkOneResource(resource, context))];
}

function checkOneResource(resource: string, { authorityArn }: PolicyContext): Objection[] {
  if (resource === authorityArn) return [];
  return [mayBeRefused(resource.startsWith(`${authorityArn}/certificate/`) ? 'POL-32' : 'POL-31')];
}
