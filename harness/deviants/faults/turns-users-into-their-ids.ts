import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A user as principal comes back as its unique id.',
  breaks: 'POL-33',
  killedBy: 'policy-content/settles-principals',
  bend: keeps((text) => text.replaceAll(/"arn:[^"]*:user\/example"/g, '"AIDACKCEVSQ6C2EXAMPLE"')),
};
