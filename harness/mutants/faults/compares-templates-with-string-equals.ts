import { keeps } from '../mutate.js';
import type { Mutant } from '../mutant.js';

export const mutant: Mutant = {
  fault: 'Whatever the operator for the template, StringEquals comes back.',
  breaks: 'POL-41',
  killedBy: 'policy-content/settles-operators',
  mutate: keeps((text) => text.replaceAll(/"\w+":(\{"acm-pca:TemplateArn":"arn:[^"]*"\})/g, '"StringEquals":$1')),
};
