import { errorNames } from '../plain-client/bends.js';
import { membersIn } from '../plain-client/parts.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The header that names an error is not read.',
  breaks: 'SDK-46',
  killedBy: 'sdk-errors/reads-names-from-the-header',
  bend: errorNames(({ headers, text }, right) =>
    headers['x-amzn-errortype'] === undefined || membersIn(text)?.['__type'] !== undefined ? right : undefined,
  ),
};
