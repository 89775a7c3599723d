import { overlooks } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Elements, types of principals and operators may be written in any case.',
  permittedBy: 'POL-43',
  mutate: overlooks((text) =>
    text.replaceAll(/"([a-z]+)":/gi, (_key, name: string) => `"${spelt.get(name.toLowerCase()) ?? name}":`),
  ),
};

/** As documented, by the same in lower case. */
const spelt = new Map(
  ['Sid', 'Condition', 'AWS', 'Service', 'StringEquals', 'StringNotEquals', 'ArnEquals'].map((name) => [
    name.toLowerCase(),
    name,
  ]),
);
