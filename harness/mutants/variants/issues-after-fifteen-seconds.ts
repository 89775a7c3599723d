import { mutate, refusal } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'A certificate is there 15 s after it was asked for.',
  permittedBy: 'ST-01',
  mutate: mutate<ReadonlyMap<string, number>>(new Map(), ({ operation, atMs, memory, remember, ask }) => {
    if (operation.kind === 'GetCertificate') {
      const isEarly = (memory.get(operation.input.CertificateArn) ?? -Infinity) > atMs - 15_000;
      return isEarly ? refusal('RequestInProgressException') : ask(operation);
    }
    const outcome = ask(operation);
    const isIssued = operation.kind === 'IssueCertificate' && outcome.kind === 'success';
    if (isIssued) remember(new Map([...memory, [String(outcome.output['CertificateArn']), atMs]]));
    return outcome;
  }),
};
