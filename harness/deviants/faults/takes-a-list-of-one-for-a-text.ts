import { rewritesMembers } from '../bend-answers.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A member that is a list of one text is taken for the text.',
  breaks: 'WIRE-10',
  killedBy: 'wire/refuses-wrong-types',
  bendAnswers: rewritesMembers((members) =>
    Object.fromEntries(Object.entries(members).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value])),
  ),
};
