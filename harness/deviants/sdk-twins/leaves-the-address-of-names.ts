import { errorNames } from '../plain-client/bends.js';
import { membersIn } from '../plain-client/parts.js';
import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'An address stays after the name of an error that has no namespace.',
  permittedBy: 'SDK-45',
  bend: errorNames(({ text }, right) => {
    const name = membersIn(text)?.['__type'];
    return typeof name === 'string' && !name.includes('#') ? name : right;
  }),
};
