// The forms of --principal: each is read, written again, shown without its secret, and otherwise rejected with the mend.

import { describe, expect, test } from 'vitest';
import { parseGroup, replayWords, resumeSettings } from './option-table.js';
import { principalOptions } from './principal-options.js';

const role = 'arn:aws:iam::444455556666:role/path/grantee';

const forms: readonly (readonly [text: string, spec: object, shown: string])[] = [
  [
    'third=key:AKIDX:sec/ret+',
    { kind: 'key', keys: { accessKeyId: 'AKIDX', secretAccessKey: 'sec/ret+' } },
    'third=key:AKIDX:"$THIRD_SECRET"',
  ],
  [
    'grantee-nobody=key:AKIDX:secret:to/ken==@444455556666',
    {
      kind: 'key',
      keys: { accessKeyId: 'AKIDX', secretAccessKey: 'secret', sessionToken: 'to/ken==' },
      account: '444455556666',
    },
    'grantee-nobody=key:AKIDX:"$GRANTEE_NOBODY_SECRET":"$GRANTEE_NOBODY_TOKEN"@444455556666',
  ],
  ['grantee=account:444455556666', { kind: 'account', account: '444455556666' }, 'grantee=account:444455556666'],
  [`grantee=role:${role}`, { kind: 'role', arn: role, account: '444455556666' }, `grantee=role:${role}`],
  [
    'member=header:x-moto-account-id=444455556666@444455556666',
    { kind: 'header', name: 'x-moto-account-id', value: '444455556666', account: '444455556666' },
    'member=header:x-moto-account-id="$MEMBER_HEADER"@444455556666',
  ],
  [
    'owner-reader=profile:my profile@111122223333',
    { kind: 'profile', profile: 'my profile', account: '111122223333' },
    "owner-reader=profile:'my profile'@111122223333",
  ],
];

describe.each(forms)('%s', (text, spec, shown) => {
  const values = parseGroup(principalOptions, { principal: [text] });

  test('is read', () => {
    expect(values.principals).toEqual([{ name: text.split('=')[0], spec }]);
    expect(principalOptions.entries.principals.write(values.principals)).toEqual([text]);
  });

  test('is shown without its secret', () => {
    const words = replayWords([principalOptions], { ...values }, { principals: [] });
    expect(words).toEqual(['--principal', shown]);
    expect(resumeSettings([principalOptions], { ...values })).toEqual({ principal: shown });
  });
});

test.each([
  ['key:AKIDX:secret', 'key is not of the form NAME=SPEC'],
  ['grantee', 'grantee is not of the form NAME=SPEC'],
  ['grante=account:444455556666', 'grante is not the name of a principal'],
  ['grantee=kye:AKIDX:secret', 'grantee needs credentials of the form key:ID:SECRET, key:'],
  ['grantee=key:AKIDX', 'grantee needs a key of the form key:ID:SECRET'],
  ['grantee=key:A:B:C:D', 'grantee needs a key of the form key:ID:SECRET'],
  ['grantee=key:A B:secret', 'grantee needs a key of the form key:ID:SECRET'],
  ['grantee=key:A:secret@4444', 'grantee needs the 12 digits of an account'],
  ['grantee=account:4444', 'grantee needs the 12 digits of an account'],
  ['grantee=role:arn:aws:iam::444455556666:user/grantee', 'grantee needs the ARN of a role'],
  ['grantee=header:x y=z', 'grantee needs a header of the form header:NAME=VALUE'],
])('%s is rejected, and no secret is repeated', (text, expected) => {
  const read = (): unknown => parseGroup(principalOptions, { principal: [text] });
  expect(read).toThrow(`--principal ${expected}`);
  expect(read).not.toThrow('secret@');
  expect(read).not.toThrow(/:secret\b/);
});
