import { keeps } from '../bend.js';
import type { Deviant } from '../deviant.js';

export const deviant: Deviant = {
  fault: 'Whatever the operator for the template, StringEquals comes back.',
  breaks: 'POL-41',
  killedBy: 'policy-content/settles-operators',
  bend: keeps((text) => text.replaceAll(/"\w+":(\{"acm-pca:TemplateArn":"arn:[^"]*"\})/g, '"StringEquals":$1')),
};
