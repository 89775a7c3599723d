// When a run stops trying controls that never succeed on a target, and which it never stops trying.

import { expect, test } from 'vitest';
import type { Step } from '../../api/case.js';
import { createControls } from './controls.js';
import type { Controls, Unobserved } from './case-run.js';

const put: Step['operation'] = { kind: 'PutPolicy', input: { ResourceArn: '{{ca0.arn}}', Policy: '{}' } };
const get: Step['operation'] = { kind: 'GetPolicy', input: { ResourceArn: '{{ca0.arn}}' } };
const throttled: Unobserved = { kind: 'undecided', reason: 'the call was throttled' };

function failing(controls: Controls, times: number): Controls {
  for (let time = 1; time <= times; time += 1) controls.failed('PutPolicy', throttled);
  return controls;
}

const withControl: readonly Step[] = [
  { role: 'control', operation: put },
  { role: 'subject', operation: get },
];

test('a control that failed twenty times and never succeeded predicts the result of a case', () => {
  expect(failing(createControls(), 19).predictUnobserved(withControl)).toBeUndefined();
  expect(failing(createControls(), 20).predictUnobserved(withControl)).toMatchObject({
    kind: 'undecided',
    reason: expect.stringContaining('throttled'),
  });
});

test('a case that judges a call before the control has to be tried', () => {
  const controls = failing(createControls(), 20);
  expect(controls.predictUnobserved(withControl.toReversed())).toBeUndefined();
  expect(controls.predictUnobserved([{ role: 'subject', operation: put }])).toBeUndefined();
});

test('a control that succeeded once is always tried again', () => {
  const controls = failing(createControls(), 10);
  controls.succeeded('PutPolicy');
  expect(failing(controls, 100).predictUnobserved(withControl)).toBeUndefined();
});
