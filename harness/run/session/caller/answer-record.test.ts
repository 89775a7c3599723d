// Which calls are timed, and which count as lost.

import { expect, test } from 'vitest';
import { success, type Outcome } from '../../../api/outcome.js';
import { get } from '../../../testing/sends.js';
import { createAnswerRecord } from './answer-record.js';

test('answers are timed, and lost connections are counted', async () => {
  let nowMs = 0;
  const record = createAnswerRecord({ nowMs: () => nowMs });
  const sending = (outcome: Outcome) => async (): Promise<Outcome> => {
    nowMs += 4;
    return outcome;
  };
  const lost = sending({ kind: 'transport-error', reason: 'reset' });
  await record.recorded(sending(success()))(get, { deadlineMs: 1_000 });
  await record.recorded(sending({ kind: 'timeout', deadlineMs: 1_000 }))(get, { deadlineMs: 1_000 });
  await record.recorded(lost)(get, { deadlineMs: 1_000 });
  await record.recordedOverlapping(record.recorded(lost))(get, { deadlineMs: 1_000 });
  expect(record.latency()).toMatchObject([{ operation: 'GetPolicy', calls: 1, minMs: 4, maxMs: 4 }]);
  expect(record.losses()).toEqual({ calls: 2, overlapping: 1 });
});
