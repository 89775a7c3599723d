// What `baseline create` takes.

import { optionGroup, single, text, WrongValue } from '../../run/options/option-table.js';
import { fileOptions } from './display-options.js';

export const baselineOptions = optionGroup('Options:', {
  ...fileOptions.entries,
  reason: text('--reason <text>', 'why they are accepted', { default: 'there when the baseline was made' }),
  issue: text('--issue <address>', 'where they are followed up'),
  expires: single('--expires <day>', 'last day on which the entries hold, such as 2027-03-31', { read: readDay }),
});

function readDay(given: string): string {
  const day = new Date(`${given}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(day.getTime())) return given;
  throw new WrongValue('is not a day; give one such as 2027-03-31.');
}
