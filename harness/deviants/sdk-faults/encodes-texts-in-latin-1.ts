import type { SdkDeviant } from '../sdk-deviant.js';

export const deviant: SdkDeviant = {
  fault: 'The body is written in Latin-1.',
  breaks: 'SDK-05',
  killedBy: 'sdk-request/sends-an-object-of-json',
  bend: () => ({ bodyOf: (sent) => Buffer.from(JSON.stringify(sent), 'latin1') }),
};
