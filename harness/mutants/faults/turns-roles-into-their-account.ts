import { keeps } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A role as principal comes back as its account.',
  breaks: 'POL-33',
  killedBy: 'policy-content/settles-principals',
  mutate: keeps((text) => text.replaceAll(/"arn:[^"]*:iam::(\d{12}):role\/example"/g, '"$1"')),
};
