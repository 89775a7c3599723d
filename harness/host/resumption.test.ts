// What the events of an interrupted run say about how far it came.

import { expect, test } from 'vitest';
import type { RunEvent } from '../files/run-event.js';
import { resumptionOf } from './resumption.js';

type Progress = Extract<RunEvent, { event: 'progress' }>;

function progress(phase: Progress['phase'], cases: number): Progress {
  const counts = { cases, observed: cases, rejected: 0, distinct: cases };
  return { event: 'progress', check: 'check', inputClass: 'class', phase, ...counts, notes: [], elapsedMs: cases };
}

const firstPass = progress('first-pass', 1);
const fullPass = progress('full-pass', 10);

test('the completed phases of an input class add up, and the last counts are used', () => {
  const { inputClasses: records } = resumptionOf([firstPass, fullPass]);
  expect(records['check']?.['class']).toMatchObject({ cases: 10, phases: ['first-pass', 'full-pass'] });
});

test('a round counts once it is finished', () => {
  const finished = { event: 'round-finished', round: 6, calls: 500, elapsedMs: 90_000 } as const;
  const upToRound = resumptionOf([firstPass, fullPass, progress('random', 17), finished]);
  expect(upToRound).toMatchObject({ round: 7, calls: 500, elapsedMs: 90_000 });
  expect(upToRound.inputClasses['check']?.['class']?.cases).toBe(17);
  const inRound = resumptionOf([firstPass, fullPass, progress('random', 17), finished, progress('random', 99)]);
  expect(inRound.inputClasses).toEqual(upToRound.inputClasses);
  expect(inRound.round).toBe(7);
});

test('the CAs that were created and not removed are known', () => {
  const events: readonly RunEvent[] = [
    { event: 'ca-created', arn: 'one' },
    { event: 'ca-created', arn: 'two' },
    { event: 'ca-removed', arn: 'one', detail: '' },
    { event: 'ca-created', arn: 'three' },
    { event: 'ca-left-over', arn: 'three', detail: 'not answered' },
  ];
  expect(resumptionOf(events).authorities).toEqual(['two', 'three']);
});
