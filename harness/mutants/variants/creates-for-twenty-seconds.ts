import type { Outcome } from '../../api/outcome.js';
import { mutate, createdArn, refusal, success } from '../mutate.js';
import { isDraft } from '../documents.js';
import { authorityOf } from '../lag.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A new CA is CREATING for 20 s, and takes no other call in that time.',
  permittedBy: 'ST-01',
  mutate: mutate<ReadonlyMap<string, number>>(new Map(), ({ operation, atMs, memory, remember, ask }) => {
    const arn = authorityOf(operation);
    const isNew = (memory.get(arn) ?? -Infinity) > atMs - 20_000;
    if (isNew && operation.kind !== 'DescribeCertificateAuthority') return refusal('InvalidStateException');
    const outcome = ask(operation);
    const made = createdArn(operation, outcome);
    // A creation that is sent again answers with the CA of the first.
    if (made !== undefined && !memory.has(made)) remember(new Map([...memory, [made, atMs]]));
    return isNew ? whileCreating(outcome) : outcome;
  }),
};

function whileCreating(described: Outcome): Outcome {
  const authority = described.kind === 'success' ? described.output['CertificateAuthority'] : undefined;
  return isDraft(authority) ? success({ CertificateAuthority: { ...authority, Status: 'CREATING' } }) : described;
}
