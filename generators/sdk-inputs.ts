// Inputs that a client might change by mistake: policies with every allowed character and spelling, and unusual ARNs.
//
// Grammar of a policy, from the service model: `[\u0009\u000A\u000D\u0020-\u00FF]+`, 1 to 81,920 characters. Of an ARN:
// `arn:[\w+=/,.@-]+:acm-pca:[\w+=/,.@-]*:[0-9]*:[\w+=,.@-]+(/[\w+=,.@-]+)*`, 5 to 200 characters.

import fc from 'fast-check';

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_each, index) => String.fromCharCode(first + index)).join('');
}

/** All characters that a policy may contain, in classes that clients treat alike. */
const characterClasses = {
  'control-characters': '\t\n\r',
  ascii: range(0x20, 0x7e),
  'delete-and-upper-control-characters': range(0x7f, 0x9f),
  'letters-of-latin-1': range(0xa0, 0xff),
  'escapes-and-quotes': String.raw`\"/'\n\u0041<>&=` + '`',
} as const;

/** For each class a string of all its characters, and an arbitrary of some, which shrinks to the character that fails. */
export const policyCharacterClasses: Readonly<
  Record<string, { readonly all: string; readonly some: fc.Arbitrary<string> }>
> = Object.fromEntries(
  Object.entries(characterClasses).map(([id, all]) => [
    id,
    { all, some: fc.string({ unit: fc.constantFrom(...all), minLength: 1, maxLength: 60 }) },
  ]),
);

/** Policies with white space that a client might trim, collapse or normalize. */
export const policyWhiteSpace: Readonly<Record<string, string>> = {
  'carriage-return-line-feed': '{\r\n"Version":\r\n"2012-10-17"\r\n}\r\n',
  'carriage-return-alone': '{\r"Version":"2012-10-17"}',
  'line-feed-at-the-end': '{"Version":"2012-10-17"}\n',
  'spaces-at-both-ends': '   {"Version":"2012-10-17"}   ',
  'tabs-between-tokens': '{\t\t"Version"\t:\t"2012-10-17"\t}',
  'two-spaces-in-a-text': '{"Sid":"a  b"}',
  'one-space': ' ',
  'no-break-space': '\u00a0{"Sid":"a\u00a0b"}\u00a0',
  'next-line-control': '{"Sid":"a\u0085b"}\u0085',
};

/** JSON that a client might rewrite into an equivalent text. */
export const policySpellings: Readonly<Record<string, string>> = {
  'keys-out-of-order': '{"Version":"2012-10-17","Id":"b","A":"a","10":1,"9":2}',
  'a-key-twice': '{"Version":"2012-10-17","Version":"2008-10-17"}',
  'escaped-letters': String.raw`{"Sid":"\u0041\u00e9\u0416\ud83d\ude00\/"}`,
  'upper-case-escapes': String.raw`{"Sid":"\u00E9\u00AB"}`,
  numbers: '{"a":1.0,"b":1e2,"c":-0,"d":12345678901234567890}',
  'an-escaped-surrogate-alone': String.raw`{"Sid":"\ud83d"}`,
  'html-characters': '{"Sid":"<script>&amp;\'</script>"}',
  'a-percent-sign': '{"Sid":"%41%0A%25+"}',
};

/** Strings that are not a JSON object, which only the service may reject. */
export const nonJsonTexts: Readonly<Record<string, string>> = {
  'no-json': 'not json at all',
  'a-name-of-a-file': './policy.json',
  'an-array': '[1,2]',
  'a-number': '7',
  null: 'null',
  'a-string-of-json': String.raw`"{\"Version\":\"2012-10-17\"}"`,
  'broken-json': '{"Version":',
  'one-character': 'x',
};

const maxCharacters = 81_920;

/** Policies of the maximum length, and of a length just above 64 KiB. */
export const longestPolicy: Readonly<Record<string, string>> = {
  'of-ascii': '{"a":"'.padEnd(maxCharacters - 2, 'x').concat('"}'),
  'of-two-bytes-each': '\u00ff'.repeat(maxCharacters),
  'of-escaped-characters': '"'.repeat(maxCharacters),
  'of-65537-characters': '\u00e9'.padEnd(65_537, 'y'),
};

const authority = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority';

/** ARNs that match the pattern but do not have the usual form of a CA's ARN. */
export const unusualArns: Readonly<Record<string, string>> = {
  'upper-case-id': `${authority}/ABCDEFAB-2222-3333-4444-555555555555`,
  'of-a-certificate': `${authority}/11111111-2222-3333-4444-555555555555/certificate/0123456789abcdef`,
  'of-another-partition': 'arn:aws-cn:acm-pca:cn-north-1:111122223333:certificate-authority/1',
  'of-another-region': 'arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/1',
  'without-region-and-account': 'arn:aws:acm-pca:::certificate-authority/1',
  'characters-of-the-pattern': 'arn:a+=/,.@-w:acm-pca:r+=/,.@-w:1:x+=,.@-/y+=,.@-',
  'of-200-characters': `${authority}/${'a'.repeat(200 - authority.length - 1)}`,
};

const word = fc.string({ unit: fc.constantFrom(...'aZ0_+=,.@-'), minLength: 1, maxLength: 12 });

/** Any ARN that matches the pattern. */
export const resourceArn: fc.Arbitrary<string> = fc
  .record({
    partition: word,
    region: fc.oneof(fc.constant(''), word),
    account: fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 12 }),
    parts: fc.array(word, { minLength: 1, maxLength: 4 }),
  })
  .map(({ partition, region, account, parts }) => `arn:${partition}:acm-pca:${region}:${account}:${parts.join('/')}`);

const validArn = `${authority}/11111111-2222-3333-4444-555555555555`;

/** Inputs of PutPolicy that each violate one constraint of the model. */
export const outsideTheModel: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'arn-with-spaces-around': { ResourceArn: ` ${validArn} `, Policy: '{}' },
  'arn-of-201-characters': { ResourceArn: `${authority}/${'a'.repeat(201 - authority.length - 1)}`, Policy: '{}' },
  'no-arn-at-all': { ResourceArn: 'certificate-authority', Policy: '{}' },
  'arn-of-four-characters': { ResourceArn: 'arn:', Policy: '{}' },
  'an-empty-policy': { ResourceArn: validArn, Policy: '' },
  'one-character-too-many': { ResourceArn: validArn, Policy: 'x'.repeat(maxCharacters + 1) },
  'a-letter-above-the-class': { ResourceArn: validArn, Policy: '{"Sid":"\u0100\u0416"}' },
  'a-character-of-two-units': { ResourceArn: validArn, Policy: '{"Sid":"\u{1f600}"}' },
  'a-vertical-tab': { ResourceArn: validArn, Policy: '{}\u000b' },
};
