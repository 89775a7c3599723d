import { overlooks } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'Names may be written in any case.',
  permittedBy: 'POL-43',
  bend: overlooks((text) =>
    text.replaceAll('"sid"', '"Sid"').replaceAll('"stringequals"', '"StringEquals"').replaceAll('"aws":', '"AWS":'),
  ),
};
