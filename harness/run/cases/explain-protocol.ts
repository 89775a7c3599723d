// Says of a failure in CBOR whether it is one of the protocol: the same calls in JSON are run as well.

import type { Case } from '../../api/case.js';
import type { Protocol } from '../../api/protocol.js';
import type { RequirementId } from '../../catalogue/index.js';
import type { Violation } from '../judge/belief.js';
import type { CaseRun } from './case-run.js';
import { inJson } from './spread-protocols.js';

/** What fails in JSON too is shown in JSON. What does not may belong to the form of answers, or to the equivalence. */
export async function explainProtocol(
  subject: Case,
  run: CaseRun,
  protocols: readonly Protocol[],
  runOnce: (subject: Case) => Promise<CaseRun>,
): Promise<CaseRun> {
  const { result } = run;
  if (result.kind !== 'violated' || !protocols.includes('cbor')) return run;
  const simpler = inJson(subject);
  if (simpler === undefined) return run;
  const isComparable = protocols.includes('json');
  if (isComparable) {
    const again = await runOnce(simpler);
    if (again.result.kind === 'violated') return { ...again, simpler };
  }
  const isInCbor = run.trace[result.at]?.protocol === 'cbor';
  return { ...run, result: { ...result, violation: withProtocol(result.violation, { isComparable, isInCbor }) } };
}

/** The requirements on the form of an answer in JSON, with the one on the same in CBOR. */
const formsInCbor: Partial<Record<RequirementId, RequirementId>> = {
  'WIRE-02': 'WIRE-15',
  'WIRE-03': 'WIRE-14',
  'WIRE-04': 'WIRE-15',
  'WIRE-08': 'WIRE-20',
  'WIRE-11': 'WIRE-20',
};

/** What only one protocol shows is explained by a requirement on both, if one fails by the same answer. */
const equivalence: readonly RequirementId[] = ['EQV-01', 'EQV-02', 'EQV-03', 'EQV-04'];

function withProtocol(
  violation: Violation,
  { isComparable, isInCbor }: { readonly isComparable: boolean; readonly isInCbor: boolean },
): Violation {
  const { guarantee, cites = [], tiers = [] } = violation;
  const form = isInCbor ? cites.map((id) => formsInCbor[id]).find((id) => id !== undefined) : undefined;
  const words = isComparable ? 'In RPC v2 CBOR alone; the same calls in JSON show no fault' : 'In RPC v2 CBOR';
  const named = { ...violation, guarantee: `${guarantee} (${words}.)` };
  // What has no form in CBOR says nothing of its content.
  if (form !== undefined) return { ...named, cites: [form], tiers: [[form]] };
  return { ...named, tiers: [...(isComparable ? [equivalence] : []), ...tiers] };
}
