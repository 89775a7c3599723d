// The printed command lines mean, to a real shell, exactly what was generated.

import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { membersOfCbor } from '../api/cbor/read-cbor.js';
import { cborRequestOf } from '../api/raw-request.js';
import { shellQuote } from '../text/shell-quote.js';
import { awsCommand, curlCommand } from './shell-commands.js';

const arn = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const target = { name: 'http://127.0.0.1:1', region: 'us-east-1', endpointUrl: 'http://127.0.0.1:1' };

/** The words into which a shell splits a command line, with the program replaced by one that prints them. */
function wordsOf(command: string): readonly string[] {
  const script = `printWords() { for word in "$@"; do printf '%s\\037' "$word"; done; }\n${command.replace(/^\w+/, 'printWords')}`;
  const printed = execFileSync('sh', ['-c', script], { encoding: 'utf8', env: { CA_ARN: arn } });
  return printed.split('\u001f').slice(0, -1);
}

const visible = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) });

test('a quoted word is one word to the shell', () => {
  fc.assert(
    fc.property(visible, (text) => {
      expect(wordsOf(`echo ${shellQuote(text)}`)).toEqual([text]);
    }),
    { numRuns: 50 },
  );
});

test('the AWS CLI gets the policy that was sent, with the ARN as a variable', () => {
  const policy = `{"Statement":[{"Resource":"${arn}","Sid":"it's"}]}`;
  const operation = { kind: 'PutPolicy', input: { ResourceArn: arn, Policy: policy } } as const;
  const command = awsCommand({ operation, arns: [arn], target, policyPath: 'p' });
  expect(command).toContain('"$CA_ARN"');
  expect(command).not.toContain(arn);
  expect(wordsOf(command)).toEqual([
    'acm-pca',
    'put-policy',
    '--endpoint-url',
    'http://127.0.0.1:1',
    '--region',
    'us-east-1',
    '--resource-arn',
    arn,
    '--policy',
    policy,
  ]);
});

test('a policy too long for a line is named by its file', () => {
  const operation = { kind: 'PutPolicy', input: { ResourceArn: arn, Policy: 'x'.repeat(81_921) } } as const;
  const command = awsCommand({ operation, arns: [arn], target, policyPath: '.pca/last/cases/a.policy' });
  expect(wordsOf(command).at(-1)).toBe('file://.pca/last/cases/a.policy');
  expect(curlCommand({ operation, arns: [arn], target, policyPath: 'p' })).toBeNull();
});

test('curl gets the body that was sent', () => {
  const operation = { kind: 'GetPolicy', input: { ResourceArn: arn } } as const;
  const words = wordsOf(curlCommand({ operation, arns: [arn], target, policyPath: 'p' }) ?? '');
  expect(JSON.parse(words.at(-1) ?? '')).toEqual(operation.input);
});

test('curl gets a raw request as it was generated', () => {
  const input = { method: 'PUT', path: '/policies', target: 'ACMPrivateCA.X', body: `{"a":"${arn}"` } as const;
  const operation = { kind: 'RawRequest', input } as const;
  const words = wordsOf(curlCommand({ operation, arns: [arn], target, policyPath: 'p' }) ?? '');
  expect(words.slice(0, 4)).toEqual(['-s', '-X', 'PUT', 'http://127.0.0.1:1/policies']);
  // curl sends no header that is given without a value.
  expect(words).toContain('content-type:');
  expect(words).toContain('x-amz-target: ACMPrivateCA.X');
  expect(words.at(-1)).toBe(input.body);
  expect(awsCommand({ operation, arns: [arn], target, policyPath: 'p' })).toContain('cannot send');
});

test('curl gets the bytes of a CBOR body', () => {
  const operation = cborRequestOf({ kind: 'GetPolicy', input: { ResourceArn: arn } });
  const command = curlCommand({ operation, arns: [arn], target, policyPath: 'p' }) ?? '';
  const script = `printBody() { cat; }\n${command.replace(/\| curl/, '| printBody')}`;
  const printed = execFileSync('sh', ['-c', script]);
  expect(membersOfCbor(printed)).toEqual({ ResourceArn: arn });
  expect(command).toContain('smithy-protocol: rpc-v2-cbor');
});
