import { errorNames } from '../plain-client/bends.js';
import { membersIn } from '../plain-client/parts.js';
import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The member code is not read.',
  breaks: 'SDK-47',
  killedBy: 'sdk-errors/reads-names-from-the-code',
  bend: errorNames(({ text }, right) => (membersIn(text)?.['code'] === undefined ? right : undefined)),
};
