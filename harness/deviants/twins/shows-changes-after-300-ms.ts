import { isPolicyOperation } from '../../api/operation.js';
import type { Outcome } from '../../api/outcome.js';
import { bend } from '../bend.js';
import type { Twin } from '../twin.js';

const lagMs = 300;

/** A change, with what GetPolicy answered before it. */
interface Change {
  readonly arn: string;
  readonly atMs: number;
  readonly before: Outcome;
}

export const twin: Twin = {
  freedom: 'GetPolicy shows what PutPolicy and DeletePolicy have changed 300 ms later.',
  permittedBy: 'CC-01',
  bend: bend<readonly Change[]>([], ({ operation, atMs, memory, remember, ask, peek }) => {
    if (!isPolicyOperation(operation)) return ask(operation);
    const arn = operation.input.ResourceArn;
    const unseen = memory.filter((change) => change.atMs > atMs - lagMs);
    const oldest = unseen.find((change) => change.arn === arn);
    if (operation.kind === 'GetPolicy') return oldest?.before ?? ask(operation);
    const before = peek({ kind: 'GetPolicy', input: { ResourceArn: arn } });
    const outcome = ask(operation);
    if (outcome.kind === 'success') remember([...unseen, { arn, atMs, before }]);
    return outcome;
  }),
};
