import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'A role as principal comes back as its account.',
  breaks: 'POL-33',
  killedBy: 'policy-content/settles-principals',
  bend: keeps((text) => text.replaceAll(/"arn:[^"]*:iam::(\d{12}):role\/example"/g, '"$1"')),
};
