import type { SdkTwin } from '../sdk-deviant.js';

export const twin: SdkTwin = {
  freedom: 'The endpoints that the client computes end with a slash.',
  permittedBy: 'SDK-116',
  bend: (correct) => ({ urlFor: (question) => `${correct.urlFor(question)}/` }),
};
