import { isPolicyOperation } from '../../api/operation.js';
import { partOf, type ArnPart } from '../arn-parts.js';
import { mutate, createdArn, isRefused, refusal } from '../mutate.js';
import type { Variant } from '../variant.js';

export const variant: Variant = {
  freedom: 'An ARN of another region, partition or account is answered with AccessDeniedException.',
  permittedBy: 'ARN-07',
  mutate: mutate<string | undefined>(undefined, ({ operation, ask, peek, memory: known, remember }) => {
    const right = ask(operation);
    if (!isPolicyOperation(operation)) {
      remember(createdArn(operation, right) ?? known);
      return right;
    }
    const { ResourceArn: arn } = operation.input;
    const isMalformed = isRefused(peek({ kind: 'GetPolicy', input: { ResourceArn: arn } }), 'ValidationException');
    const isElsewhere = known !== undefined && parts.some((part) => partOf(arn, part) !== partOf(known, part));
    return right.kind === 'service-error' && isElsewhere && !isMalformed ? refusal('AccessDeniedException') : right;
  }),
};

const parts: readonly ArnPart[] = ['partition', 'region', 'account'];
