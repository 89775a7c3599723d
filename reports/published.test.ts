// Published results contain nothing of one run, account or machine, and still match the schema.

import { expect, test } from 'vitest';
import { resultsSchema } from '../harness/files/report.js';
import { publishable } from './published.js';
import { sampleReport } from './testing/sample-report.js';

const report = sampleReport();

test('are of the schema of results, and publishing them again changes nothing', () => {
  const published = publishable(report);
  expect(resultsSchema.parse(published)).toEqual(published);
  expect(publishable(published)).toEqual(published);
});

test('keep every verdict, signature and count', () => {
  const published = publishable(report);
  const kept = ({ checks, summary, exit }: typeof report): unknown => ({
    summary,
    exit,
    checks: checks.map(({ id, verdict, failures }) => ({
      id,
      verdict,
      signatures: failures.map(({ inputClass }) => inputClass),
    })),
  });
  expect(kept(published)).toEqual(kept(report));
});

test('have no id, account, port or path of the run', () => {
  const marked = JSON.stringify(report)
    .replaceAll(
      '{{ca0.arn}}',
      'arn:aws:acm-pca:us-east-1:987654321098:certificate-authority/0f0f0f0f-1111-4222-8333-0a0b0c0d0e0f',
    )
    .replaceAll(report.run.id, 'pca-0123456789ab')
    .replaceAll('--policy ', '--policy file:///home/somebody/cases/a.policy ');
  const text = JSON.stringify(publishable(resultsSchema.parse(JSON.parse(marked))));
  for (const secret of ['987654321098', '0f0f0f0f-1111', 'pca-0123456789ab', 'cases/', 'somebody']) {
    expect(text).not.toContain(secret);
  }
});
