// A target that is restarted is waited for.

import { success } from '../../../api/outcome.js';
import { expect, test } from 'vitest';
import { get } from '../../../testing/sends.js';
import { patiently } from './patience.js';
import type { Send } from './send.js';
import { createSilenceWatch, type SilenceWatch } from './silence-watch.js';

interface Restart {
  readonly send: Send;
  readonly watch: SilenceWatch;
  /** The pauses, which take no time. */
  readonly pauses: number[];
  readonly calls: () => number;
}

/** A target that cannot be connected to for so many calls. */
function awayFor(refusals: number, patienceMs?: number): Restart {
  const watch = createSilenceWatch();
  const pauses: number[] = [];
  let calls = 0;
  const pause = async (durationMs: number): Promise<void> => void pauses.push(durationMs);
  const send = watch.watched(async () => {
    calls += 1;
    return calls <= refusals ? { kind: 'transport-error', reason: 'ECONNREFUSED' } : success();
  });
  return { send: patiently(send, { watch, clock: { pause }, patienceMs }), watch, pauses, calls: () => calls };
}

async function sendTogether({ send }: Restart, count: number): Promise<void> {
  await Promise.all(Array.from({ length: count }, () => send(get, { deadlineMs: 1_000 })));
}

test('by one call after another, and used when it is back', async () => {
  const restart = awayFor(12, 60_000);
  for (let round = 0; round < 5; round += 1) await sendTogether(restart, 4);
  // Four calls a round; the second round began before the fifth was lost, and the thirteenth was answered.
  expect(restart.pauses).toEqual([4_000, 4_000, 4_000, 4_000, 4_000]);
  expect(restart.calls()).toBe(20);
});

test('for the whole patience at most, after which it counts as dead', async () => {
  const restart = awayFor(Infinity, 60_000);
  for (let call = 0; call < 20; call += 1) await sendTogether(restart, 1);
  expect(restart.pauses.reduce((sum, pauseMs) => sum + pauseMs, 0)).toBe(60_000);
  expect(restart.watch.death()).toContain('20 calls of GetPolicy');
});

test('only if there is patience', async () => {
  const restart = awayFor(Infinity);
  for (let call = 0; call < 20; call += 1) await sendTogether(restart, 1);
  expect(restart.pauses).toEqual([]);
});
