// Once a run has ended, nothing more is sent.

import { expect, test } from 'vitest';
import { InconclusiveRun } from '../interruption.js';
import { countingSend, get } from '../../../testing/sends.js';
import { createRunEnd, unlessCutShort } from './run-end.js';

test('the first reason to end a run stays the reason', async () => {
  const reasons = [undefined, new InconclusiveRun('spent', true), undefined];
  const run = createRunEnd(() => reasons.shift());
  const { send, counts } = countingSend();
  const guarded = run.unlessOver(send);
  await guarded(get, { deadlineMs: 1_000 });
  await expect(guarded(get, { deadlineMs: 1_000 })).rejects.toThrow('spent');
  await expect(guarded(get, { deadlineMs: 1_000 })).rejects.toThrow('spent');
  expect(run.end(new InconclusiveRun('later', false)).message).toBe('spent');
  expect(counts.get('GetPolicy')).toBe(1);
});

test('a call that is interrupted in progress is not judged, unless it is to be made to its end', async () => {
  const controller = new AbortController();
  const { send, counts } = countingSend();
  const interrupted = unlessCutShort(async (...call) => {
    controller.abort();
    return send(...call);
  });
  const { signal } = controller;
  await expect(interrupted(get, { deadlineMs: 1_000, signal })).rejects.toThrow('The run was interrupted.');
  expect(await interrupted(get, { deadlineMs: 1_000 })).toMatchObject({ kind: 'success' });
  expect(counts.get('GetPolicy')).toBe(2);
  await expect(interrupted(get, { deadlineMs: 1_000, signal })).rejects.toThrow('The run was interrupted.');
  expect(counts.get('GetPolicy')).toBe(2);
});
