import { rewritesMembers } from '../mutate-answers.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A member that is a list of one text is taken for the text.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-wrong-types',
  mutateAnswers: rewritesMembers((members) =>
    Object.fromEntries(Object.entries(members).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])),
  ),
};
