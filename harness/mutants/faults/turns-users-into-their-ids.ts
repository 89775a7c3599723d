import { keeps } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'A user as principal comes back as its unique id.',
  breaks: 'POL-33',
  killedBy: 'policy-content/settles-principals',
  mutate: keeps((text) => text.replaceAll(/"arn:[^"]*:user\/example"/g, '"AIDACKCEVSQ6C2EXAMPLE"')),
};
