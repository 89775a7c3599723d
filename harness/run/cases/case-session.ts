// A session with everything else that is needed to run and judge cases.

import type { Target } from '../../api/target.js';
import { constraintsOf } from '../../api/constraints.js';
import { createOracle } from '../../model/oracle.js';
import { createSession, type Session, type SessionOptions } from '../session/session.js';
import { createOverlapContext, type CaseContext } from './case-run.js';
import { createControls } from './controls.js';
import { createReferenceJudge } from './reference-judge.js';
import { defaults } from '../session/run-config.js';

export type CaseSession = Session & CaseContext;

export function createCaseSession(options: SessionOptions): CaseSession {
  const { target, config } = options;
  const { modelRevision } = config.judging;
  const reference = createReferenceJudge({ region: target.region, modelRevision }, (service) =>
    withCaseContext(onReference(options, service)),
  );
  return { ...withCaseContext(options), reference };
}

function withCaseContext(options: SessionOptions): CaseSession {
  const { target, config } = options;
  const { consistency, granteeAccount, organization, modelRevision } = config.judging;
  const session = createSession(options);
  return {
    ...session,
    oracle: createOracle(constraintsOf(modelRevision)),
    controls: createControls(),
    named: { granteeAccount, organization, principals: target.principals },
    acceptedForms: new Set(),
    knownGrantees: new Set([granteeAccount, organization, ...granteesOf(target)].filter((id) => id !== undefined)),
    overlap: createOverlapContext({ consistency, settleMs: session.settleMs, isGated: target.isGated ?? false }),
  };
}

/** The accounts, identities and organizations of the principals, which exist. */
function granteesOf({ principals = {} }: Target): readonly (string | undefined)[] {
  return Object.values(principals).flatMap(({ account, arn, organization }) => [
    account,
    arn,
    typeof organization === 'object' ? organization.id : undefined,
  ]);
}

/** The same for the reference service, where nothing takes time and nothing is recorded. */
function onReference(
  { config, runId, acceptedPolicy }: SessionOptions,
  target: SessionOptions['target'],
): SessionOptions {
  return {
    config: { judging: { ...defaults.judging, modelRevision: config.judging.modelRevision, settleMs: 0 } },
    target,
    runId,
    acceptedPolicy,
    clock: { nowMs: () => 0, pause: async () => {} },
    onEvent: () => {},
  };
}
