import { answers, isRefused, refusal, statusOf } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'Whatever is wrong with an ARN is answered with InvalidArnException, where the evidence leaves it open.',
  permittedBy: 'ARN-02',
  mutate: answers('policy operations', (right, operation, call) => {
    const { ResourceArn: arn } = operation.input;
    const read = call.peek({ kind: 'GetPolicy', input: { ResourceArn: arn } });
    const isMalformed = isRefused(right, 'ValidationException') && isRefused(read, 'ValidationException');
    // A read documents one name for a CA that is not there (GP-02).
    const isMissing = isRefused(right, 'ResourceNotFoundException') && statusOf(call, arn) === undefined;
    return isMalformed || (isMissing && operation.kind !== 'GetPolicy') ? refusal('InvalidArnException') : undefined;
  }),
};
