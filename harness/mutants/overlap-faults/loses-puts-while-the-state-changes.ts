import { handleDirectly } from '../../api/overlap.js';
import { success } from '../overlap.js';
import type { OverlapMutant } from '../overlap-mutant.js';

export const mutant: OverlapMutant = {
  fault: 'A put is answered and dropped while its CA is on the way to another state.',
  breaks: 'CC-02',
  killedBy: 'concurrency/writes-while-the-state-changes',
  intercept: () => {
    const changing = new Set<string>();
    return async (call) => {
      const { operation, pause, step } = call;
      if (operation.kind === 'PutPolicy') {
        await pause();
        const outcome = changing.has(operation.input.ResourceArn) ? success : step(operation);
        await pause();
        return outcome;
      }
      if (operation.kind !== 'UpdateCertificateAuthority' && operation.kind !== 'DeleteCertificateAuthority') {
        return handleDirectly(call);
      }
      const { CertificateAuthorityArn: arn } = operation.input;
      changing.add(arn);
      const outcome = await handleDirectly(call);
      changing.delete(arn);
      return outcome;
    };
  },
};
