// The names of CAs in texts, each replaced as a whole.

import { expect, test } from 'vitest';
import { withNames } from './authority-names.js';

const one = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/11111111-1111-4111-8111-111111111111';
const other = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/22222222-2222-4222-8222-222222222222';

test('ARNs are replaced before the account that several CAs share', () => {
  const text = `${other} and ${one} in 111122223333`;
  const namesOf = (index: number) => ({ arn: `{{ca${index}.arn}}`, account: `{{ca${index}.account}}` });
  expect(withNames(text, [one, other], namesOf)).toBe('{{ca1.arn}} and {{ca0.arn}} in {{ca0.account}}');
});

test('ids and accounts stay unless something replaces them', () => {
  const text = `${one}, 11111111-1111-4111-8111-111111111111, 111122223333`;
  expect(withNames(text, [one], () => ({ arn: 'ARN' }))).toBe(
    'ARN, 11111111-1111-4111-8111-111111111111, 111122223333',
  );
  expect(withNames(text, [one], () => ({ arn: 'ARN', id: 'ID' }))).toBe('ARN, ID, 111122223333');
});
