// Judges cases on the reference service, in process: a case that fails there is not evidence against a target.

import { constraintsOf } from '../../api/constraints.js';
import { handleDirectly } from '../../api/overlap.js';
import { presetPrincipals } from '../../api/principal.js';
import { partitionOf } from '../../api/resource-arn.js';
import { inJson } from '../../api/schedule.js';
import type { ModelRevision } from '../../api/service-model.js';
import { createOracle } from '../../model/oracle.js';
import { referenceService } from '../../model/reference-service.js';
import { createServiceTarget } from '../../targets/service-target.js';
import { runCase } from './run-case.js';
import type { CaseContext, ReferenceJudge } from './case-run.js';

/** What a case on the reference service needs apart from the target. */
export type ReferenceContext = (target: ReturnType<typeof createServiceTarget>) => CaseContext;

/** The account that owns the CAs of the reference service. */
const account = '111122223333';

/**
 * Created when the first case fails. Raw requests do not reach a service in process; what a single answer to one is
 * judged for does not depend on the calls before it.
 */
export function createReferenceJudge(
  { region, modelRevision }: { readonly region: string; readonly modelRevision: ModelRevision },
  contextFor: ReferenceContext,
): ReferenceJudge {
  let context: CaseContext | undefined;
  const make = (): CaseContext => {
    const caller = { partition: partitionOf(region), region, account };
    const service = referenceService(caller, createOracle(constraintsOf(modelRevision)));
    return contextFor(
      createServiceTarget({
        name: 'reference',
        region,
        service,
        nowMs: () => 0,
        intercept: handleDirectly,
        principals: presetPrincipals(caller),
      }),
    );
  };
  return {
    async fails(subject) {
      if (subject.steps.some(({ operation }) => operation.kind === 'RawRequest')) return false;
      context ??= make();
      // A service in process knows no protocols.
      const schedule = subject.schedule === undefined ? undefined : inJson(subject.schedule);
      const { result } = await runCase(context, { ...subject, schedule, fresh: true });
      return result.kind === 'violated';
    },
  };
}
