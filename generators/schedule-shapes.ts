// The shapes that schedules are drawn in. Shape decides what is found: overlap shows what two calls do to each other, and
// a lone read after a barrier shows what they left.

import fc from 'fast-check';
import type { GivenAuthority } from '../harness/api/case.js';
import type { Pause } from '../harness/api/schedule.js';
import { longestOffset, type CallDraft, type LaneDraft, type ScheduledKind, type WaveDraft } from './schedule.js';

export interface ScheduleShape {
  readonly id: string;
  readonly given: readonly GivenAuthority[];
  readonly waves: fc.Arbitrary<readonly WaveDraft[]>;
  /** Where there are many calls; see `InputClass`. */
  readonly longestCaseCalls?: number;
  /** Whether it mostly waits; see `InputClass`. */
  readonly waits?: boolean;
}

/** Kinds as often as they are listed. */
type Mix = readonly ScheduledKind[];

/** More reads than writes, and deletes among these. */
const mixed: Mix = ['get', 'get', 'get', 'get', 'put', 'put', 'put', 'delete'];
/** For waves with a lone read after each. */
const mostlyWrites: Mix = ['get', 'put', 'put', 'delete'];

const brief: readonly Pause[] = ['none', 'none', 'none', 'short'];

interface CallOptions {
  readonly authority?: number;
  readonly authorities?: number;
  readonly pauses?: readonly Pause[];
}

function anyCall(
  mix: Mix,
  { authority = 0, authorities = 1, pauses = brief }: CallOptions = {},
): fc.Arbitrary<CallDraft> {
  return fc.record({
    authority: authorities === 1 ? fc.constant(authority) : fc.nat({ max: authorities - 1 }),
    kind: fc.constantFrom(...mix),
    pause: fc.constantFrom(...pauses),
  });
}

function laneOf(...calls: readonly fc.Arbitrary<CallDraft>[]): fc.Arbitrary<LaneDraft> {
  return fc.record({ calls: fc.tuple(...calls), offset: fc.nat({ max: longestOffset }) });
}

function laneWith(kinds: Mix, options?: CallOptions): fc.Arbitrary<LaneDraft> {
  return laneOf(...kinds.map((kind) => anyCall([kind], options)));
}

/** A lane of so many calls. */
function laneOfMix(
  mix: Mix,
  length: { readonly min: number; readonly max: number },
  options?: CallOptions,
): fc.Arbitrary<LaneDraft> {
  const calls = fc.array(anyCall(mix, options), { minLength: length.min, maxLength: length.max });
  return fc.record({ calls, offset: fc.nat({ max: longestOffset }) });
}

function waveOf(...lanes: readonly fc.Arbitrary<LaneDraft>[]): fc.Arbitrary<WaveDraft> {
  return fc.record({ lanes: fc.tuple(...lanes) });
}

function wavesOf(...waves: readonly fc.Arbitrary<WaveDraft>[]): fc.Arbitrary<readonly WaveDraft[]> {
  return fc.tuple(...waves);
}

/** Calls of one client while nobody else is there. */
function alone(...kinds: Mix): fc.Arbitrary<WaveDraft> {
  return waveOf(laneOf(...kinds.map((kind) => anyCall([kind]))));
}

/** So many waves of so many lanes with one call each, a lone read after each of them. */
function wavesWithReads(waves: number, lanes: number): fc.Arbitrary<readonly WaveDraft[]> {
  const wave = waveOf(...repeated(lanes, () => laneOf(anyCall(mostlyWrites))));
  return wavesOf(...repeated(waves, () => [wave, alone('get')]).flat());
}

function repeated<Value>(count: number, make: (index: number) => Value): readonly Value[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const one: readonly GivenAuthority[] = ['usable'];

/** Two to four calls at once, in every order where the target is in process. */
export const pairShapes: readonly ScheduleShape[] = [
  {
    id: 'overlap/two-puts',
    given: one,
    waves: wavesOf(waveOf(laneWith(['put']), laneWith(['put'])), alone('get', 'get')),
  },
  {
    id: 'overlap/put-and-delete',
    given: one,
    waves: wavesOf(alone('put'), waveOf(laneWith(['put']), laneWith(['delete'])), alone('get', 'get')),
  },
  {
    id: 'overlap/two-deletes',
    given: one,
    waves: wavesOf(alone('put'), waveOf(laneWith(['delete']), laneWith(['delete'])), alone('get'), alone('put', 'get')),
  },
  {
    id: 'overlap/put-and-get',
    given: one,
    waves: wavesOf(alone('put'), waveOf(laneWith(['put']), laneWith(['get']), laneWith(['get'])), alone('get')),
  },
  {
    id: 'overlap/two-puts-and-get',
    given: one,
    waves: wavesOf(waveOf(laneWith(['put']), laneWith(['put']), laneWith(['get'])), alone('get')),
  },
  {
    id: 'overlap/read-then-write',
    given: one,
    waves: wavesOf(
      alone('put'),
      waveOf(laneOf(anyCall(['get']), anyCall(['put'])), laneOf(anyCall(['get']), anyCall(['put', 'delete']))),
      alone('get', 'get'),
    ),
  },
  {
    id: 'overlap/refused-put',
    given: one,
    waves: wavesOf(alone('put'), waveOf(laneWith(['put']), laneWith(['refused-put']), laneWith(['get'])), alone('get')),
  },
];

/** Any four calls at once. */
export const fourCalls: ScheduleShape = {
  id: 'overlap/four-calls',
  given: one,
  waves: wavesOf(alone('put', 'get'), waveOf(...repeated(4, () => laneOf(anyCall(mostlyWrites)))), alone('get')),
};

const burstOf = 50;

/** Fifty puts on one CA at once, and more than one reader afterwards. */
export const burst: ScheduleShape = {
  id: 'overlap/burst',
  given: one,
  longestCaseCalls: burstOf,
  waves: wavesOf(
    waveOf(...repeated(burstOf, () => laneWith(['put'], { pauses: ['none'] }))),
    waveOf(laneWith(['get']), laneWith(['get'])),
  ),
};

/** The CA is put out of use, or deleted, while policies are put on it. */
export const stateShapes: readonly ScheduleShape[] = [
  {
    id: 'overlap/put-while-disabled',
    given: ['ACTIVE'],
    waves: wavesOf(alone('put'), waveOf(laneWith(['put', 'get']), laneWith(['disable'])), alone('get')),
  },
  {
    id: 'overlap/put-while-deleted',
    given: ['ACTIVE'],
    waves: wavesOf(alone('put', 'disable'), waveOf(laneWith(['put', 'get']), laneWith(['delete-authority']))),
  },
];

/** Clients that go their own ways. */
export const mixedShapes: readonly ScheduleShape[] = [
  { id: 'mixed/sequential', given: one, waves: wavesOf(waveOf(laneOfMix(mixed, { min: 8, max: 12 }))) },
  {
    id: 'mixed/two-lanes',
    given: one,
    waves: wavesOf(waveOf(...repeated(2, () => laneOfMix(mixed, { min: 4, max: 6 })))),
  },
  {
    id: 'mixed/four-lanes',
    given: one,
    waves: wavesOf(waveOf(...repeated(4, () => laneOfMix(mixed, { min: 2, max: 4 }))), alone('get')),
  },
  {
    id: 'mixed/eight-lanes',
    given: one,
    waves: wavesOf(waveOf(...repeated(8, () => laneOfMix(mixed, { min: 1, max: 2 }))), alone('get')),
  },
  { id: 'mixed/waves-of-two', given: one, waves: wavesWithReads(6, 2) },
  { id: 'mixed/waves-of-four', given: one, waves: wavesWithReads(3, 4) },
];

/** A read after everything has had its time, from two clients. */
export const settledReads: ScheduleShape = {
  id: 'mixed/settled-reads',
  given: one,
  waits: true,
  waves: wavesOf(
    waveOf(...repeated(3, () => laneOf(anyCall(mostlyWrites), anyCall(['put', 'delete', 'delete'])))),
    alone('get'),
    waveOf(...repeated(2, () => laneWith(['get'], { pauses: ['settled'] }))),
  ),
};

function onOwn(authority: number): fc.Arbitrary<LaneDraft> {
  return laneOf(
    anyCall(['put'], { authority }),
    anyCall(['get', 'put', 'delete'], { authority }),
    anyCall(['get'], { authority }),
  );
}

/** Writers on CAs of their own, and a reader of all. */
export const apartShapes: readonly ScheduleShape[] = [
  {
    id: 'apart/two-authorities',
    given: ['usable', 'usable'],
    waves: wavesOf(
      waveOf(onOwn(0), onOwn(1)),
      waveOf(laneOf(...[0, 1].map((authority) => anyCall(['get'], { authority })))),
    ),
  },
  {
    id: 'apart/three-authorities',
    given: ['usable', 'usable', 'usable'],
    waves: wavesOf(
      waveOf(onOwn(0), onOwn(1), onOwn(2), laneOfMix(mixed, { min: 3, max: 5 }, { authorities: 3 })),
      waveOf(laneOf(...[0, 1, 2].map((authority) => anyCall(['get'], { authority })))),
    ),
  },
];

function many(count: number): readonly GivenAuthority[] {
  return repeated(count, () => 'usable' as const);
}

/** A call on each of so many CAs. */
function onEach(count: number, kind: ScheduledKind, first: Pause = 'none'): readonly fc.Arbitrary<CallDraft>[] {
  return repeated(count, (authority) => anyCall([kind], { authority, pauses: [authority === 0 ? first : 'none'] }));
}

/** Fifty puts at once, each on an idle CA of its own, which a read must show afterwards. */
export const burstApart: ScheduleShape = {
  id: 'apart/burst',
  given: many(burstOf),
  longestCaseCalls: 2 * burstOf,
  waits: true,
  waves: wavesOf(
    waveOf(laneOf(anyCall(['get'], { pauses: ['settled'] }))),
    waveOf(...onEach(burstOf, 'put').map((call) => laneOf(call))),
    waveOf(...onEach(burstOf, 'get').map((call) => laneOf(call))),
  ),
};

/** Together with those of the burst, 75 first puts on idle CAs are made in a run. */
const idleAuthorities = 25;

/** Puts on CAs on which nothing is going on, and after a while the same puts. */
export const idleShape: ScheduleShape = {
  id: 'idle/first-puts',
  given: many(idleAuthorities),
  longestCaseCalls: 2 * idleAuthorities,
  waits: true,
  waves: wavesOf(
    waveOf(laneOf(...onEach(idleAuthorities, 'put', 'settled'))),
    waveOf(laneOf(...onEach(idleAuthorities, 'put-again', 'settled'))),
  ),
};

/** Every shape. */
export const scheduleShapes: readonly ScheduleShape[] = [
  ...pairShapes,
  fourCalls,
  burst,
  ...stateShapes,
  ...mixedShapes,
  settledReads,
  ...apartShapes,
  burstApart,
  idleShape,
];
