// Edits of hand-made requests in RPC v2 CBOR, one for each way in which a request can differ from that of a client. Bodies are
// CBOR items, so that they shrink and are saved as plain data.

import type { GuaranteeName } from '../harness/api/case.js';
import type { CborItem } from '../harness/api/cbor/cbor-item.js';
import type { RawRequest } from '../harness/api/raw-request.js';
import type { RequirementId } from '../harness/catalogue/index.js';
import type { PolicyOperationName } from '../harness/catalogue/requirement.js';

export type Parts = RawRequest['input'];
/** A change of a request; the pick chooses a member if it stands for a set. Pure. */
export type Edit = (good: Parts, pick: number) => Parts;
type Member = readonly [CborItem, CborItem];

/** One way in which a CBOR request can differ from the one that a client makes. */
export interface CborVariation {
  readonly id: string;
  /** The one edit, in words. */
  readonly summary: string;
  readonly requirement: RequirementId;
  readonly operations: readonly PolicyOperationName[];
  /** What the answer must be. */
  readonly guarantee: Extract<GuaranteeName, 'served-in-cbor' | 'refused-by-client-error' | 'served-or-refused'>;
  readonly change: Edit;
}

export const allOperations: readonly PolicyOperationName[] = ['PutPolicy', 'GetPolicy', 'DeletePolicy'];
const reading: readonly PolicyOperationName[] = ['GetPolicy'];
export const writing: readonly PolicyOperationName[] = ['PutPolicy'];

export type Row = readonly [id: string, summary: string, change: Edit, operations?: readonly PolicyOperationName[]];

export function table(
  requirement: RequirementId,
  guarantee: CborVariation['guarantee'],
  rows: readonly Row[],
  common = reading,
): readonly CborVariation[] {
  return rows.map(([id, summary, change, operations = common]) => ({
    id: `cbor/${id}`,
    summary,
    requirement,
    guarantee,
    change,
    operations,
  }));
}

export function inChunks(text: string): CborItem {
  // A token is filled in as a whole.
  const cut = text.startsWith('{{') ? 0 : 1;
  return { chunks: [{ text: text.slice(0, cut) }, { text: text.slice(cut) }] };
}

export function withBody(change: (good: CborItem, pick: number) => CborItem): Edit {
  return (good, pick) => (good.cbor === undefined ? good : { ...good, cbor: change(good.cbor, pick) });
}

export function withMap(change: (members: readonly Member[], pick: number) => CborItem): Edit {
  return withBody((good, pick) => ('map' in good ? change(good.map, pick) : good));
}

export function withMembers(change: (members: readonly Member[], pick: number) => readonly Member[]): Edit {
  return withMap((members, pick) => ({ map: change(members, pick) }));
}

/** The request with one more member, at the end. */
export function withOneMore(name: CborItem, value: CborItem | ((pick: number) => CborItem)): Edit {
  return withMembers((members, pick) => [...members, [name, typeof value === 'function' ? value(pick) : value]]);
}

export function without(name: string): Edit {
  return withMembers((members) => members.filter((each) => !isNamed(each, name)));
}

export function withValue(name: string, change: (text: string, pick: number) => CborItem): Edit {
  return withMembers((members, pick) =>
    members.map((member) =>
      isNamed(member, name) && 'text' in member[1] ? [member[0], change(member[1].text, pick)] : member,
    ),
  );
}

export function withName(name: string, change: (text: string, pick: number) => CborItem): Edit {
  return withMembers((members, pick) =>
    members.map((member) => (isNamed(member, name) ? [change(name, pick), member[1]] : member)),
  );
}

function isNamed([name]: Member, wanted: string): boolean {
  return 'text' in name && name.text === wanted;
}
