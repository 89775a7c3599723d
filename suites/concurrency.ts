// Checks on concurrent calls: the answer to each, and the policy that remains.

import {
  apartShapes,
  burst,
  burstApart,
  fourCalls,
  idleShape,
  mixedShapes,
  pairShapes,
  settledReads,
  stateShapes,
  type ScheduleShape,
} from '../generators/schedule-shapes.js';
import { schedules } from '../generators/schedule.js';
import type { Check, InputClass } from '../harness/run/cases/check.js';

function inputClassesOf(shapes: readonly ScheduleShape[]): readonly InputClass[] {
  return shapes.map(({ id, given, waves, longestCaseCalls, waits }) => ({
    id,
    cases: schedules({ inputClass: id, given, waves }),
    longestCaseCalls,
    waits,
  }));
}

export const concurrencyChecks: readonly Check[] = [
  {
    id: 'concurrency/handles-overlapping-writes-consistently',
    requirement: 'CC-02',
    title:
      'lets overlapping writes succeed or rejects them temporarily, and ends with the effect of one that succeeded',
    needs: ['concurrency'],
    phase: 'waves',
    inputClasses: inputClassesOf(pairShapes),
  },
  {
    id: 'concurrency/handles-four-overlapping-calls-consistently',
    requirement: 'CC-02',
    title: 'answers any four overlapping calls, and ends with the effect of a write that succeeded',
    needs: ['concurrency'],
    phase: 'waves',
    once: true,
    inputClasses: inputClassesOf([fourCalls]),
  },
  {
    id: 'concurrency/answers-a-burst-of-puts',
    requirement: 'CC-02',
    title: 'answers fifty concurrent puts, and keeps the policy of one',
    needs: ['concurrency'],
    phase: 'waves',
    inputClasses: inputClassesOf([burst]),
  },
  {
    id: 'concurrency/handles-puts-during-state-changes-consistently',
    requirement: 'CC-02',
    title: 'answers puts that overlap the deletion of their CA consistently',
    needs: ['concurrency', 'states'],
    phase: 'waves',
    inputClasses: inputClassesOf(stateShapes),
  },
  {
    id: 'concurrency/shows-changes-within-the-bound',
    requirement: 'CC-01',
    title: 'shows a change to every reader within the bound, and never a policy that was not put',
    needs: ['concurrency'],
    phase: 'waves',
    inputClasses: inputClassesOf(mixedShapes),
  },
  {
    id: 'concurrency/shows-all-readers-the-same-policy',
    requirement: 'CC-01',
    title: 'shows every reader the same policy once all calls have ended and settled',
    needs: ['concurrency'],
    phase: 'waves',
    once: true,
    inputClasses: inputClassesOf([settledReads]),
  },
  {
    id: 'concurrency/keeps-authorities-apart',
    requirement: 'ISO-01',
    // For concurrent calls, when a read must show a write is ambiguous.
    level: 'any-of',
    title: 'keeps concurrent calls on one CA from affecting another',
    needs: ['concurrency'],
    phase: 'waves',
    inputClasses: inputClassesOf(apartShapes),
  },
  {
    id: 'concurrency/keeps-every-policy-of-a-burst',
    requirement: 'ISO-01',
    level: 'any-of',
    title: 'keeps each of fifty policies that are put on fifty CAs concurrently',
    needs: ['concurrency'],
    phase: 'waves',
    once: true,
    inputClasses: inputClassesOf([burstApart]),
  },
  {
    id: 'concurrency/rejects-no-put-while-idle',
    requirement: 'CC-02',
    title: 'rejects no put temporarily while no other call is in progress',
    needs: ['concurrency'],
    phase: 'waves',
    once: true,
    inputClasses: inputClassesOf([idleShape]),
  },
];
