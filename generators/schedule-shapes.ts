// The shapes of schedules: which calls overlap, and which reads follow them. A read alone after a barrier shows the final
// effect of the calls before it.

import fc from 'fast-check';
import type { GivenAuthority } from '../harness/api/case.js';
import type { Pause } from '../harness/api/schedule.js';
import { maxOffset, type CallDraft, type LaneDraft, type ScheduledKind, type WaveDraft } from './schedule.js';

export interface ScheduleShape {
  readonly id: string;
  readonly given: readonly GivenAuthority[];
  readonly waves: fc.Arbitrary<readonly WaveDraft[]>;
  /** For shapes with many calls; see `InputClass`. */
  readonly longestCaseCalls?: number;
  /** Whether its cases mostly wait; see `InputClass`. */
  readonly waits?: boolean;
}

/** The kinds of calls to draw from; a kind may be listed several times. */
type Mix = readonly ScheduledKind[];

/** More reads than writes, and more puts than deletes. */
const mixed: Mix = ['get', 'get', 'get', 'get', 'put', 'put', 'put', 'delete'];
/** For waves that are each followed by a read alone. */
const mostlyWrites: Mix = ['get', 'put', 'put', 'delete'];

const mostlyNone: readonly Pause[] = ['none', 'none', 'none', 'short'];

interface CallOptions {
  readonly authority?: number;
  readonly authorities?: number;
  readonly pauses?: readonly Pause[];
}

function anyCall(
  mix: Mix,
  { authority = 0, authorities = 1, pauses = mostlyNone }: CallOptions = {},
): fc.Arbitrary<CallDraft> {
  return fc.record({
    authority: authorities === 1 ? fc.constant(authority) : fc.nat({ max: authorities - 1 }),
    kind: fc.constantFrom(...mix),
    pause: fc.constantFrom(...pauses),
  });
}

function laneOf(...calls: readonly fc.Arbitrary<CallDraft>[]): fc.Arbitrary<LaneDraft> {
  return fc.record({ calls: fc.tuple(...calls), offset: fc.nat({ max: maxOffset }) });
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
  return fc.record({ calls, offset: fc.nat({ max: maxOffset }) });
}

function waveOf(...lanes: readonly fc.Arbitrary<LaneDraft>[]): fc.Arbitrary<WaveDraft> {
  return fc.record({ lanes: fc.tuple(...lanes) });
}

function wavesOf(...waves: readonly fc.Arbitrary<WaveDraft>[]): fc.Arbitrary<readonly WaveDraft[]> {
  return fc.tuple(...waves);
}

/** A wave with one client, whose calls overlap with no other. */
function sequential(...kinds: Mix): fc.Arbitrary<WaveDraft> {
  return waveOf(laneOf(...kinds.map((kind) => anyCall([kind]))));
}

/** A number of waves, each of so many lanes with one call and followed by a read alone. */
function wavesWithReads(waves: number, lanes: number): fc.Arbitrary<readonly WaveDraft[]> {
  const wave = waveOf(...repeated(lanes, () => laneOf(anyCall(mostlyWrites))));
  return wavesOf(...repeated(waves, () => [wave, sequential('get')]).flat());
}

function repeated<Value>(count: number, make: (index: number) => Value): readonly Value[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const one: readonly GivenAuthority[] = ['usable'];

/** Two to four concurrent calls, in every order if the target is in process. */
export const pairShapes: readonly ScheduleShape[] = [
  {
    id: 'overlap/two-puts',
    given: one,
    waves: wavesOf(waveOf(laneWith(['put']), laneWith(['put'])), sequential('get', 'get')),
  },
  {
    id: 'overlap/put-and-delete',
    given: one,
    waves: wavesOf(sequential('put'), waveOf(laneWith(['put']), laneWith(['delete'])), sequential('get', 'get')),
  },
  {
    id: 'overlap/two-deletes',
    given: one,
    waves: wavesOf(
      sequential('put'),
      waveOf(laneWith(['delete']), laneWith(['delete'])),
      sequential('get'),
      sequential('put', 'get'),
    ),
  },
  {
    id: 'overlap/put-and-get',
    given: one,
    waves: wavesOf(
      sequential('put'),
      waveOf(laneWith(['put']), laneWith(['get']), laneWith(['get'])),
      sequential('get'),
    ),
  },
  {
    id: 'overlap/two-puts-and-get',
    given: one,
    waves: wavesOf(waveOf(laneWith(['put']), laneWith(['put']), laneWith(['get'])), sequential('get')),
  },
  {
    id: 'overlap/read-then-write',
    given: one,
    waves: wavesOf(
      sequential('put'),
      waveOf(laneOf(anyCall(['get']), anyCall(['put'])), laneOf(anyCall(['get']), anyCall(['put', 'delete']))),
      sequential('get', 'get'),
    ),
  },
  {
    id: 'overlap/refused-put',
    given: one,
    waves: wavesOf(
      sequential('put'),
      waveOf(laneWith(['put']), laneWith(['refused-put']), laneWith(['get'])),
      sequential('get'),
    ),
  },
];

/** Any four concurrent calls. */
export const fourCalls: ScheduleShape = {
  id: 'overlap/four-calls',
  given: one,
  waves: wavesOf(
    sequential('put', 'get'),
    waveOf(...repeated(4, () => laneOf(anyCall(mostlyWrites)))),
    sequential('get'),
  ),
};

const burstOf = 50;

/** Fifty concurrent puts on one CA, then two concurrent reads. */
export const burst: ScheduleShape = {
  id: 'overlap/burst',
  given: one,
  longestCaseCalls: burstOf,
  waves: wavesOf(
    waveOf(...repeated(burstOf, () => laneWith(['put'], { pauses: ['none'] }))),
    waveOf(laneWith(['get']), laneWith(['get'])),
  ),
};

/** Puts on a CA while it is disabled or deleted. */
export const stateShapes: readonly ScheduleShape[] = [
  {
    id: 'overlap/put-while-disabled',
    given: ['ACTIVE'],
    waves: wavesOf(sequential('put'), waveOf(laneWith(['put', 'get']), laneWith(['disable'])), sequential('get')),
  },
  {
    id: 'overlap/put-while-deleted',
    given: ['ACTIVE'],
    waves: wavesOf(sequential('put', 'disable'), waveOf(laneWith(['put', 'get']), laneWith(['delete-authority']))),
  },
];

/** One to eight clients with random calls. */
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
    waves: wavesOf(waveOf(...repeated(4, () => laneOfMix(mixed, { min: 2, max: 4 }))), sequential('get')),
  },
  {
    id: 'mixed/eight-lanes',
    given: one,
    waves: wavesOf(waveOf(...repeated(8, () => laneOfMix(mixed, { min: 1, max: 2 }))), sequential('get')),
  },
  { id: 'mixed/waves-of-two', given: one, waves: wavesWithReads(6, 2) },
  { id: 'mixed/waves-of-four', given: one, waves: wavesWithReads(3, 4) },
];

/** Reads by two clients after the writes have settled. */
export const settledReads: ScheduleShape = {
  id: 'mixed/settled-reads',
  given: one,
  waits: true,
  waves: wavesOf(
    waveOf(...repeated(3, () => laneOf(anyCall(mostlyWrites), anyCall(['put', 'delete', 'delete'])))),
    sequential('get'),
    waveOf(...repeated(2, () => laneWith(['get'], { pauses: ['settled'] }))),
  ),
};

function onAuthority(authority: number): fc.Arbitrary<LaneDraft> {
  return laneOf(
    anyCall(['put'], { authority }),
    anyCall(['get', 'put', 'delete'], { authority }),
    anyCall(['get'], { authority }),
  );
}

/** Clients that each use one CA, then reads of all CAs. */
export const apartShapes: readonly ScheduleShape[] = [
  {
    id: 'apart/two-authorities',
    given: ['usable', 'usable'],
    waves: wavesOf(
      waveOf(onAuthority(0), onAuthority(1)),
      waveOf(laneOf(...[0, 1].map((authority) => anyCall(['get'], { authority })))),
    ),
  },
  {
    id: 'apart/three-authorities',
    given: ['usable', 'usable', 'usable'],
    waves: wavesOf(
      waveOf(onAuthority(0), onAuthority(1), onAuthority(2), laneOfMix(mixed, { min: 3, max: 5 }, { authorities: 3 })),
      waveOf(laneOf(...[0, 1, 2].map((authority) => anyCall(['get'], { authority })))),
    ),
  },
];

function many(count: number): readonly GivenAuthority[] {
  return repeated(count, () => 'usable' as const);
}

/** One call on each of so many CAs. */
function onEach(count: number, kind: ScheduledKind, first: Pause = 'none'): readonly fc.Arbitrary<CallDraft>[] {
  return repeated(count, (authority) => anyCall([kind], { authority, pauses: [authority === 0 ? first : 'none'] }));
}

/** Fifty concurrent puts, each on another idle CA, then a read of each. */
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

/** With the burst above, a run makes 75 first puts on idle CAs. */
const idleAuthorities = 25;

/** Puts on idle CAs, and after a pause the same puts. */
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
