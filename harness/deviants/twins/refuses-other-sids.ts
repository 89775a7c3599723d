import { refusesPolicies } from '../bend.js';
import { hasStatement } from '../documents.js';
import type { Twin } from '../twin.js';

export const twin: Twin = {
  freedom: 'A Sid of other characters, or of more, than were published is refused.',
  permittedBy: 'POL-14',
  bend: refusesPolicies(hasStatement(({ Sid = 'absent' }) => !/^[A-Za-z0-9-]{1,56}$/.test(String(Sid)))),
};
