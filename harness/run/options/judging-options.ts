// The options that say by what answers are judged.

import { isAccountId, isOrganizationId } from '../../api/grantees.js';
import { modelRevisions, newestModelRevision } from '../../api/service-model.js';
import { protocolChoices } from '../../api/protocol.js';
import { capabilities, type Capability } from '../../api/target.js';
import { suggestion } from '../../text/nearest.js';
import { requiredConsistencies } from '../judge/levels.js';
import { choice, count, duration, list, optionGroup, path, single, WrongValue, type Parsed } from './option-table.js';

export const judgingOptions = optionGroup('How to judge:', {
  modelRevision: choice('--model-revision <date>', 'service model whose limits apply', modelRevisions, {
    default: newestModelRevision,
    replay: true,
    resume: true,
  }),
  protocol: choice(
    '--protocol <name>',
    'the protocol of the calls; both means each that the target answers',
    protocolChoices,
    { default: 'both', resume: true, library: true },
  ),
  callTimeoutMs: duration('--call-timeout <duration>', 'how long to wait for one answer', {
    default: 5_000,
    replay: true,
    library: true,
  }),
  settleMs: count(
    '--settle-ms <ms>',
    'how long a write may take to settle; a read may lag for twice that, and a run takes longer if reads do',
    { min: 0, max: 600_000 },
    { default: 1_000, replay: true, library: true },
  ),
  granteeAccount: single(
    '--grantee-account <id>',
    'another account that exists; shares with it must then be accepted',
    { read: readAccount },
    { replay: true, resume: true, library: true },
  ),
  organization: single(
    '--organization <id>',
    'an organization that exists; shares with it must then be accepted',
    { read: readOrganization },
    { replay: true, resume: true, library: true },
  ),
  consistency: choice(
    '--consistency <model>',
    'consistency model of overlapping calls (default: linearizable if built in, else eventual)',
    requiredConsistencies,
    { replay: true, resume: true, library: true },
  ),
});
export type JudgingOptions = Parsed<typeof judgingOptions>;

/** What only a whole run is judged by. */
export const evidenceOptions = optionGroup('How to judge:', {
  capabilities: list('--capability <name=yes|no>', 'override a probed capability', {
    read: readCapability,
    write: ([name, isThere]) => `${name}=${isThere ? 'yes' : 'no'}`,
  }),
  against: path('--against <ledger>', 'compare with a recorded ledger instead of the documentation', { resume: true }),
  baseline: path('--baseline <file>', 'failures that are known and accepted; "baseline create" writes it'),
});

function readAccount(given: string): string {
  if (isAccountId(given)) return given;
  throw new WrongValue('is not an account id; give its 12 digits, in quotes in a file, such as "444455556666".');
}

function readOrganization(given: string): string {
  if (isOrganizationId(given)) return given;
  throw new WrongValue(
    'is not the id of an organization; give o- and 10 to 32 lower-case letters or digits, such as o-a1b2c3d4e5.',
  );
}

function readCapability(given: string): readonly [Capability, boolean] {
  const [, word = given.split('=', 1)[0] ?? '', answer] = /^([^=]+)=(yes|no)$/.exec(given) ?? [];
  const name = capabilities.find((each) => each === word);
  if (name !== undefined && answer !== undefined) return [name, answer === 'yes'];
  throw new WrongValue(
    `is not of the form NAME=yes or NAME=no, NAME being one of ${capabilities.join(', ')}.${suggestion(word, capabilities)}`,
  );
}
