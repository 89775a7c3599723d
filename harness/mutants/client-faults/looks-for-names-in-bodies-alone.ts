import { errorNames } from '../plain-client/mutations.js';
import { membersIn } from '../plain-client/parts.js';
import type { ClientMutant } from '../client-mutant.js';

export const mutant: ClientMutant = {
  fault: 'The header that names an error is not read.',
  breaks: 'SDK-46',
  killedBy: 'sdk-errors/reads-names-from-the-header',
  mutate: errorNames(({ headers, text }, right) =>
    headers['x-amzn-errortype'] === undefined || membersIn(text)?.['__type'] !== undefined ? right : undefined,
  ),
};
