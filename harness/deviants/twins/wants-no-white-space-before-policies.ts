import { refusesPolicies } from '../bend.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A policy that begins with white space is refused as unreadable.',
  permittedBy: 'POL-08',
  bend: refusesPolicies((text) => /^\s/.test(text), 'ValidationException'),
};
