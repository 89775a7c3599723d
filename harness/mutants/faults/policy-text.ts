// What the checks of suites/policy-text.ts notice: faults in how a service reads and keeps the text of a policy.

import { inBothProtocols } from '../in-both-protocols.js';
import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { afterwards } from '../afterwards.js';
import {
  documentOf,
  hasStatement,
  inElements,
  inStatements,
  isPlainObject,
  jsonOf,
  textOf,
  without,
} from '../documents.js';
import { faults } from '../mutant.js';
import { rewritesSuccess } from '../mutate-answers.js';
import {
  accepts,
  answers,
  isRefused,
  keeps,
  mends,
  overlooks,
  reads,
  refusal,
  refusesPolicies,
  statusOf,
  stores,
} from '../mutate.js';

export const policyTextFaults = faults('policy-text', {
  'refuses-the-undisputed-maximum': {
    fault: 'A policy of as many characters as every model allows is one too long.',
    breaks: 'POL-01',
    killedBy: 'accepts-the-undisputed-maximum',
    mutate: refusesPolicies((text) => text.length === newestConstraints.undisputedPolicyLength, 'ValidationException'),
  },
  'returns-long-policies-without-conditions': {
    fault: 'GetPolicy returns a policy of more than 10,000 characters without its conditions.',
    breaks: 'GP-03',
    killedBy: 'accepts-the-undisputed-maximum',
    mutate: reads((text) =>
      text.length > 10_000 ? inStatements((statement) => without(statement, 'Condition'))(text) : text,
    ),
  },
  'cuts-long-sids': {
    fault: 'A Sid is cut after 64 characters.',
    breaks: 'POL-01',
    killedBy: 'handles-long-elements-consistently',
    mutate: keeps(inElements('Sid', (sid) => (typeof sid === 'string' ? sid.slice(0, 64) : sid))),
  },
  'keeps-a-hundred-principals': {
    fault: 'Of the accounts of a statement a hundred are kept.',
    breaks: 'POL-01',
    killedBy: 'handles-long-elements-consistently',
    mutate: keeps(
      inElements('Principal', (principal) =>
        isPlainObject(principal) && Array.isArray(principal['AWS'])
          ? { ...principal, AWS: principal['AWS'].slice(0, 100) }
          : principal,
      ),
    ),
  },
  'cuts-long-answers-off': {
    fault: 'Answers end after 64 KiB, in the middle of the JSON.',
    breaks: 'POL-04',
    killedBy: 'keeps-long-policies',
    mutateAnswers: inBothProtocols(rewritesSuccess('GetPolicy', ({ body }) => ({ body: body.slice(0, 65_536) }))),
  },
  'cuts-long-policies-short': {
    fault: 'Everything beyond 20,000 characters of a policy is lost.',
    breaks: 'POL-01',
    killedBy: 'keeps-long-policies',
    mutate: keeps((text) => text.slice(0, 20_000)),
  },
  'cuts-policies-at-the-former-maximum': {
    fault: 'Everything beyond the former maximum of a policy is lost.',
    breaks: 'POL-04',
    killedBy: 'keeps-long-policies',
    mutate: keeps((text) => text.slice(0, newestConstraints.undisputedPolicyLength)),
  },
  'knows-the-former-maximum-by-another-name': {
    fault: 'A policy above the former maximum is refused with LimitExceededException.',
    breaks: 'POL-04',
    killedBy: 'keeps-long-policies',
    mutate: refusesPolicies((text) => text.length > newestConstraints.undisputedPolicyLength, 'LimitExceededException'),
  },
  'accepts-an-empty-policy': {
    fault: 'PutPolicy accepts the empty string as a policy.',
    breaks: 'POL-02',
    killedBy: 'rejects-empty-or-too-long-policies',
    mutate: accepts((text) => text === ''),
  },
  'allows-one-character-too-many': {
    fault: 'A policy may be one character longer than the limit.',
    breaks: 'POL-01',
    killedBy: 'rejects-empty-or-too-long-policies',
    mutate: accepts((text) => text.length === newestConstraints.policy.maxLength + 1),
  },
  'deletes-where-an-empty-policy-is-put': {
    fault: 'An empty policy deletes the one that is there.',
    breaks: 'POL-02',
    killedBy: 'rejects-empty-or-too-long-policies',
    mutate: stores(({ text, right, arn, peek }) =>
      right.kind !== 'success' && text.trim() === '' && statusOf({ peek }, arn) !== undefined ? null : undefined,
    ),
  },
  'knows-no-longest-policy': {
    fault: 'A policy may be of any length.',
    breaks: 'POL-01',
    killedBy: 'rejects-empty-or-too-long-policies',
    mutate: accepts((text) => text.length > newestConstraints.policy.maxLength),
  },
  'leaves-white-space-out-of-the-length': {
    fault: 'White space does not count towards the length of a policy.',
    breaks: 'POL-01',
    killedBy: 'rejects-empty-or-too-long-policies',
    mutate: overlooks((text) =>
      text.length > newestConstraints.policy.maxLength ? text.replaceAll(/ {99,}/g, '') : text,
    ),
  },
  'allows-all-of-unicode': {
    fault: 'Every character from U+0020 may stand in a policy.',
    breaks: 'POL-03',
    killedBy: 'rejects-other-characters',
    mutate: overlooks((text) => text.replaceAll(/[\u0100-\uffff]/g, '')),
  },
  'allows-control-characters': {
    fault: 'Control characters may follow a policy.',
    breaks: 'POL-03',
    killedBy: 'rejects-other-characters',
    mutate: overlooks((text) => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')),
  },
  'allows-the-first-character-above-the-class': {
    fault: 'The class of allowed characters ends at U+0100.',
    breaks: 'POL-03',
    killedBy: 'rejects-other-characters',
    mutate: overlooks((text) => text.replaceAll('\u0100', '')),
  },
  'begins-the-class-at-the-backspace': {
    fault: 'The class of allowed characters begins at U+0008.',
    breaks: 'POL-03',
    killedBy: 'rejects-other-characters',
    mutate: overlooks((text) => text.replaceAll('\u0008', '')),
  },
  'calls-other-characters-an-invalid-argument': {
    fault: 'A character outside the class is refused with InvalidArgsException.',
    breaks: 'POL-03',
    killedBy: 'rejects-other-characters',
    mutate: answers(['PutPolicy'], (right, { input }) =>
      right.kind === 'service-error' && violatesConstraint(input.Policy, newestConstraints.policy) === 'pattern'
        ? refusal('InvalidArgsException')
        : undefined,
    ),
  },
  'drops-a-byte-order-mark': {
    fault: 'U+FEFF may precede a policy and is dropped.',
    breaks: 'POL-03',
    killedBy: 'rejects-other-characters',
    mutate: mends((text) => text.replace(/^\ufeff/, '')),
  },
  'ends-policies-at-nul': {
    fault: 'A NUL ends a policy.',
    breaks: 'POL-03',
    killedBy: 'rejects-other-characters',
    mutate: mends((text) => text.replace(/\u0000.*$/s, '')),
  },
  'replaces-lone-surrogates': {
    fault: 'Half of a surrogate pair becomes U+FFFD and is accepted.',
    breaks: 'POL-03',
    killedBy: 'rejects-other-characters',
    mutate: overlooks((text) => text.replaceAll(/\p{Surrogate}/gu, '')),
  },
  'takes-separators-for-white-space': {
    fault: 'Whatever some language strips counts as white space: vertical tab, form feed, U+001C to U+001F.',
    breaks: 'POL-03',
    killedBy: 'rejects-other-characters',
    mutate: overlooks((text) => text.replaceAll(/[\u000b\u000c\u001c-\u001f]/g, '')),
  },
  'drops-spaces-from-texts': {
    fault: 'Spaces between letters are dropped.',
    breaks: 'POL-03',
    killedBy: 'keeps-allowed-characters',
    mutate: keeps((text) => text.replaceAll(/(\w) +(\w)/g, '$1$2')),
  },
  'drops-the-delete-character': {
    fault: 'U+007F is dropped.',
    breaks: 'POL-03',
    killedBy: 'keeps-allowed-characters',
    mutate: keeps((text) => text.replaceAll('\u007f', '')),
  },
  'drops-the-upper-control-characters': {
    fault: 'U+0080 to U+009F are dropped.',
    breaks: 'POL-03',
    killedBy: 'keeps-allowed-characters',
    mutate: keeps((text) => text.replaceAll(/[\u0080-\u009f]/g, '')),
  },
  'ends-the-class-before-the-tilde': {
    fault: 'U+007E is refused as a character outside the class.',
    breaks: 'POL-03',
    killedBy: 'keeps-allowed-characters',
    mutate: refusesPolicies((text) => text.includes('~'), 'ValidationException'),
  },
  'ends-the-class-one-short': {
    fault: 'U+00FF is refused as a character outside the class.',
    breaks: 'POL-03',
    killedBy: 'keeps-allowed-characters',
    mutate: refusesPolicies((text) => text.includes('\u00ff'), 'ValidationException'),
  },
  'limits-policies-to-ascii': {
    fault: 'Characters above U+007E are refused as outside the class.',
    breaks: 'POL-03',
    killedBy: 'keeps-allowed-characters',
    mutate: refusesPolicies((text) => /[^\t\n\r -~]/.test(text), 'ValidationException'),
  },
  'reads-latin-1-for-utf-8': {
    fault: 'The bytes of UTF-8 are read as characters.',
    breaks: 'POL-03',
    killedBy: 'keeps-allowed-characters',
    mutate: keeps((text) => Buffer.from(text, 'utf8').toString('latin1')),
  },
  'turns-no-break-spaces-into-spaces': {
    fault: 'U+00A0 becomes U+0020.',
    breaks: 'POL-03',
    killedBy: 'keeps-allowed-characters',
    mutate: keeps((text) => text.replaceAll('\u00a0', ' ')),
  },
  'breaks-surrogate-pairs': {
    fault: 'An escaped surrogate pair is returned as two characters of replacement.',
    breaks: 'POL-03',
    killedBy: 'handles-escaped-characters-consistently',
    mutate: reads((text) => text.replaceAll(/\\ud[89ab]..\\ud[c-f]../gi, String.raw`\ufffd\ufffd`)),
  },
  'drops-escaped-control-characters': {
    fault: 'Control characters that are escaped are dropped.',
    breaks: 'POL-03',
    killedBy: 'handles-escaped-characters-consistently',
    mutate: keeps((text) => text.replaceAll(/\\u00[01]./g, '')),
  },
  'keeps-escapes-as-texts': {
    fault: 'The backslash of an escape is returned as a backslash of its own.',
    breaks: 'POL-03',
    killedBy: 'handles-escaped-characters-consistently',
    mutate: reads((text) => text.replaceAll('\\', '\\\\')),
  },
  'does-not-know-escaped-keys': {
    fault: 'A key with an escape is lost.',
    breaks: 'POL-08',
    killedBy: 'handles-unnecessary-escapes-consistently',
    mutate: keeps((text) => text.replace(/"\\u0045ffect":"Allow",?/, '')),
  },
  'doubles-escaped-slashes': {
    fault: 'An escaped slash is returned as two.',
    breaks: 'POL-08',
    killedBy: 'handles-unnecessary-escapes-consistently',
    mutate: keeps((text) => text.replaceAll(String.raw`\/`, '//')),
  },
  'accepts-an-empty-object': {
    fault: 'PutPolicy accepts {} as a policy.',
    breaks: 'POL-05',
    killedBy: 'rejects-non-object-json',
    mutate: accepts((text) => text === '{}'),
  },
  'accepts-any-text': {
    fault: 'PutPolicy accepts any text as a policy.',
    breaks: 'POL-05',
    killedBy: 'rejects-non-object-json',
    isControl: true,
    mutate: accepts(() => true),
  },
  'accepts-json-array': {
    fault: 'PutPolicy accepts an array of policies.',
    breaks: 'POL-05',
    killedBy: 'rejects-non-object-json',
    mutate: overlooks((text) => {
      const value = jsonOf(text);
      return Array.isArray(value) ? textOf(value[0]) : text;
    }),
  },
  'accepts-twice-encoded-policies': {
    fault: 'PutPolicy accepts a policy that is a JSON string.',
    breaks: 'POL-05',
    killedBy: 'rejects-non-object-json',
    mutate: overlooks((text) => {
      const value = jsonOf(text);
      return typeof value === 'string' ? value : text;
    }),
  },
  'accepts-whatever-parses': {
    fault: 'PutPolicy accepts any JSON as a policy, even if it is not an object.',
    breaks: 'POL-05',
    killedBy: 'rejects-non-object-json',
    mutate: accepts((text) => jsonOf(text) !== undefined && documentOf(text) === undefined),
  },
  'calls-what-does-not-parse-a-malformed-document': {
    fault: 'A policy that is not JSON is refused with the name that IAM has for it, MalformedPolicyDocumentException.',
    breaks: 'PP-03',
    killedBy: 'rejects-non-object-json',
    mutate: answers(['PutPolicy'], (right, { input }) =>
      isRefused(right, 'InvalidPolicyException') && jsonOf(input.Policy) === undefined
        ? refusal('MalformedPolicyDocumentException')
        : undefined,
    ),
  },
  'closes-what-was-left-open': {
    fault: 'The last brace of a policy may be missing.',
    breaks: 'POL-05',
    killedBy: 'rejects-non-object-json',
    mutate: overlooks((text) => `${text}}`),
  },
  'decodes-percent-signs-in-policies': {
    fault: 'A policy may be percent-encoded.',
    breaks: 'POL-05',
    killedBy: 'rejects-non-object-json',
    mutate: overlooks((text) => (text.startsWith('%7B') ? decodeURIComponent(text) : text)),
  },
  'deletes-before-it-looks-at-the-new-policy': {
    fault: 'A policy is lost after a text that is not JSON was put.',
    breaks: 'GP-07',
    killedBy: 'rejects-non-object-json',
    mutate: afterwards(({ operation, arn, carry }) => {
      if (operation.kind === 'PutPolicy' && jsonOf(operation.input.Policy) === undefined) carry(arn, undefined);
    }),
  },
  'takes-a-file-name-for-a-policy': {
    fault: 'PutPolicy accepts the name of a file instead of its content.',
    breaks: 'WIRE-06',
    killedBy: 'rejects-non-object-json',
    mutate: accepts((text) => /^[\w:/]+\.json$/.test(text)),
  },
  'allows-commas-at-the-end': {
    fault: 'A comma may follow the last member.',
    breaks: 'POL-06',
    killedBy: 'rejects-malformed-json',
    mutate: overlooks((text) => text.replaceAll(/,(\s*[}\]])/g, '$1')),
  },
  'allows-comments': {
    fault: 'A policy may have comments.',
    breaks: 'POL-06',
    killedBy: 'rejects-malformed-json',
    mutate: overlooks((text) => text.replaceAll(/^\/\/.*\n|\/\*.*\*\//g, '')),
  },
  'allows-control-characters-in-texts': {
    fault: 'A tab, a line feed or a carriage return may stand in a string.',
    breaks: 'POL-06',
    killedBy: 'rejects-malformed-json',
    mutate: overlooks((text) => text.replaceAll(/[\t\n\r]/g, ' ')),
  },
  'allows-keys-without-quotes': {
    fault: 'A key may lack its quotes.',
    breaks: 'POL-06',
    killedBy: 'rejects-malformed-json',
    mutate: overlooks((text) => text.replaceAll(/([{,]\s*)(\w+)(\s*:)/g, '$1"$2"$3')),
  },
  'allows-no-break-spaces-between-tokens': {
    fault: 'A no-break space counts as white space.',
    breaks: 'POL-06',
    killedBy: 'rejects-malformed-json',
    mutate: overlooks((text) => text.replaceAll('\u00a0', ' ')),
  },
  'allows-single-quotes': {
    fault: 'Single quotes may stand for double ones.',
    breaks: 'POL-06',
    killedBy: 'rejects-malformed-json',
    mutate: overlooks((text) => text.replaceAll("'", '"')),
  },
  'allows-unknown-escapes': {
    fault: 'A string may have escapes that JSON does not know.',
    breaks: 'POL-06',
    killedBy: 'rejects-malformed-json',
    mutate: overlooks((text) => text.replaceAll(/\\[^"\\/bfnrtu]/g, 'x')),
  },
  'drops-the-bytes-of-a-byte-order-mark': {
    fault: 'The bytes of a byte order mark may precede a policy as characters.',
    breaks: 'POL-06',
    killedBy: 'rejects-malformed-json',
    mutate: mends((text) => text.replace(/^\u00ef\u00bb\u00bf/, '')),
  },
  'ignores-what-follows-the-document': {
    fault: 'What follows the last brace of a policy is not read.',
    breaks: 'POL-06',
    killedBy: 'rejects-malformed-json',
    mutate: overlooks((text, { judge }) => {
      const ends = [...text.matchAll(/}/g)].map(({ index }) => text.slice(0, index + 1));
      return ends.find((start) => judge(start).kind === 'success') ?? text;
    }),
  },
  'refuses-carriage-returns-between-tokens': {
    fault: 'A carriage return makes a policy invalid.',
    breaks: 'POL-08',
    killedBy: 'accepts-any-white-space-and-key-order',
    mutate: refusesPolicies((text) => text.includes('\r')),
  },
  'refuses-line-feeds-between-tokens': {
    fault: 'A line feed makes a policy invalid.',
    breaks: 'POL-08',
    killedBy: 'accepts-any-white-space-and-key-order',
    mutate: refusesPolicies((text) => text.includes('\n')),
  },
  'refuses-tabs-between-tokens': {
    fault: 'A tab between tokens makes a policy invalid.',
    breaks: 'POL-08',
    killedBy: 'accepts-any-white-space-and-key-order',
    mutate: refusesPolicies((text) => text.includes('\t')),
  },
  'wants-a-brace-last': {
    fault: 'White space after the last brace makes a policy invalid.',
    breaks: 'POL-08',
    killedBy: 'accepts-any-white-space-and-key-order',
    mutate: refusesPolicies((text) => /\s$/.test(text)),
  },
  'wants-the-action-before-the-resource': {
    fault: 'A statement whose Resource precedes its Action is refused.',
    breaks: 'POL-08',
    killedBy: 'accepts-any-white-space-and-key-order',
    mutate: refusesPolicies(
      hasStatement((statement) => {
        const names = Object.keys(statement);
        return names.includes('Action') && names.indexOf('Action') > names.indexOf('Resource');
      }),
    ),
  },
  'wants-version-first': {
    fault: 'A policy whose first element is not Version is invalid.',
    breaks: 'POL-08',
    killedBy: 'accepts-any-white-space-and-key-order',
    mutate: refusesPolicies((text) => {
      const [first] = Object.keys(documentOf(text) ?? {});
      return first !== undefined && first !== 'Version';
    }),
  },
  'forgets-policies-after-white-space': {
    fault: 'A policy that begins with white space is accepted, and there is none then.',
    breaks: 'POL-08',
    killedBy: 'handles-leading-white-space-consistently',
    mutate: stores(({ text, right }) => (right.kind === 'success' && /^\s/.test(text) ? null : undefined)),
  },
});
