// How the calls of cases are spread over protocols.

import { expect, test } from 'vitest';
import type { Case, Step } from '../../api/case.js';
import { protocols } from '../../api/protocol.js';
import { inJson, spread } from './spread-protocols.js';

const read: Step = { role: 'subject', operation: { kind: 'GetPolicy', input: { ResourceArn: '{{ca0.arn}}' } } };
const move: Step = {
  role: 'control',
  operation: { kind: 'DeleteCertificateAuthority', input: { CertificateAuthorityArn: '{{ca0.arn}}' } },
};

function caseOf(...steps: readonly Step[]): Case {
  return { inputClass: 'reads', given: ['usable'], steps };
}

function spelt(subject: Case, index: number, spoken = protocols as readonly ('json' | 'cbor')[]): string {
  return spread(subject, spoken, { seed: 7, index })
    .steps.map(({ protocol = 'json' }) => protocol)
    .join(' ');
}

test('the first case is in JSON, the second in CBOR, later ones mix both, the same with each seed', () => {
  const reads = caseOf(...Array.from({ length: 20 }, () => read));
  expect(new Set(spelt(reads, 0).split(' '))).toEqual(new Set(['json']));
  expect(new Set(spelt(reads, 1).split(' '))).toEqual(new Set(['cbor']));
  for (const index of [2, 3, 4]) {
    expect(new Set(spelt(reads, index).split(' '))).toEqual(new Set(protocols));
    expect(spelt(reads, index)).toBe(spelt(reads, index));
  }
  expect(spelt(reads, 2)).not.toBe(spelt(reads, 3));
});

test('operations on CAs stay in JSON, and so does everything if the target answers nothing else', () => {
  expect(spelt(caseOf(move, read), 1)).toBe('json cbor');
  expect(spelt(caseOf(move, read), 0, ['cbor'])).toBe('json cbor');
  expect(spelt(caseOf(read), 1, ['json'])).toBe('json');
});

test('a lone surrogate stays in JSON, which alone can say it', () => {
  const put = (Policy: string): Step => ({
    role: 'subject',
    operation: { kind: 'PutPolicy', input: { ResourceArn: '{{ca0.arn}}', Policy } },
  });
  expect(spelt(caseOf(put('a\ud800'), put('a\u{1f600}')), 1)).toBe('json cbor');
});

test('a case that states its protocols keeps them', () => {
  expect(spelt(caseOf(read, { ...read, protocol: 'cbor' }), 1)).toBe('json cbor');
});

test('the same calls in JSON are those without protocols', () => {
  expect(inJson(caseOf(read))).toBeUndefined();
  expect(inJson(spread(caseOf(move, read), protocols, { seed: 1, index: 1 }))).toEqual(caseOf(move, read));
});
