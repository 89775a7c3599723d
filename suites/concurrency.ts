// Claims about calls that overlap: what each is answered, and what they leave behind together.

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
    id: 'concurrency/settles-overlapping-writes',
    requirement: 'CC-02',
    title: 'lets overlapping writes succeed, or refuses them for now, and ends with the effect of one that succeeded',
    needs: ['concurrency'],
    phase: 'waves',
    inputClasses: inputClassesOf(pairShapes),
  },
  {
    id: 'concurrency/settles-four-calls-in-any-order',
    requirement: 'CC-02',
    title: 'does the same for any four calls that meet',
    needs: ['concurrency'],
    phase: 'waves',
    once: true,
    inputClasses: inputClassesOf([fourCalls]),
  },
  {
    id: 'concurrency/withstands-a-burst',
    requirement: 'CC-02',
    title: 'answers fifty puts that come at once, and keeps the policy of one',
    needs: ['concurrency'],
    phase: 'waves',
    inputClasses: inputClassesOf([burst]),
  },
  {
    id: 'concurrency/writes-while-the-state-changes',
    requirement: 'CC-02',
    title: 'answers puts that meet the end of their CA, and means what it answers',
    needs: ['concurrency', 'states'],
    phase: 'waves',
    inputClasses: inputClassesOf(stateShapes),
  },
  {
    id: 'concurrency/shows-what-was-written',
    requirement: 'CC-01',
    title: 'shows a change to every reader within the bound, and no other policy than one that was put',
    needs: ['concurrency'],
    phase: 'waves',
    inputClasses: inputClassesOf(mixedShapes),
  },
  {
    id: 'concurrency/agrees-with-itself-once-settled',
    requirement: 'CC-01',
    title: 'shows every reader the same once all calls are over and settled',
    needs: ['concurrency'],
    phase: 'waves',
    once: true,
    inputClasses: inputClassesOf([settledReads]),
  },
  {
    id: 'concurrency/keeps-authorities-apart',
    requirement: 'ISO-01',
    // What a read must show, and when, is no more than that for calls that overlap.
    level: 'any-of',
    title: 'keeps calls on one CA from touching another, also while they overlap',
    needs: ['concurrency'],
    phase: 'waves',
    inputClasses: inputClassesOf(apartShapes),
  },
  {
    id: 'concurrency/keeps-every-policy-of-a-burst',
    requirement: 'ISO-01',
    level: 'any-of',
    title: 'keeps each of fifty policies that are put on as many CAs at once',
    needs: ['concurrency'],
    phase: 'waves',
    once: true,
    inputClasses: inputClassesOf([burstApart]),
  },
  {
    id: 'concurrency/refuses-nothing-while-idle',
    requirement: 'CC-02',
    title: 'refuses no put for now while nothing else is going on',
    needs: ['concurrency'],
    phase: 'waves',
    once: true,
    inputClasses: inputClassesOf([idleShape]),
  },
];
