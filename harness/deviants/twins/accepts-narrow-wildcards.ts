import { overlooks } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A wildcard may stand for one of the seven actions.',
  permittedBy: 'POL-28',
  bend: overlooks((text) => text.replaceAll('IssueCertificat?', 'IssueCertificate')),
};
