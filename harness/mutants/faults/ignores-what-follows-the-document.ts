import { overlooks } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'What follows the last brace of a policy is not read.',
  breaks: 'POL-06',
  killedBy: 'policy-text/refuses-what-is-nearly-json',
  mutate: overlooks((text, { judge }) => {
    const ends = [...text.matchAll(/}/g)].map(({ index }) => text.slice(0, index + 1));
    return ends.find((start) => judge(start).kind === 'success') ?? text;
  }),
};
