// Freedoms in how ARNs are read.

import { newestConstraints, violatesConstraint } from '../../api/constraints.js';
import { isPolicyOperation } from '../../api/operation.js';
import { partOf, type ArnPart } from '../arn-parts.js';
import { answers, createdArn, finds, isRefused, mutate, refusal, renamesErrors, statusOf } from '../mutate.js';
import { named } from '../named.js';
import type { Variant } from '../variant.js';

const { resourceArn } = newestConstraints;

const partsElsewhere: readonly ArnPart[] = ['partition', 'region', 'account'];

export const arnVariants = named<Variant>({
  'invalid-arn-wherever-allowed': {
    freedom: 'Any fault of an ARN is answered with InvalidArnException, if the evidence allows it.',
    permittedBy: 'ARN-02',
    mutate: answers('policy operations', (right, operation, call) => {
      const { ResourceArn: arn } = operation.input;
      const read = call.peek({ kind: 'GetPolicy', input: { ResourceArn: arn } });
      const isMalformed = isRefused(right, 'ValidationException') && isRefused(read, 'ValidationException');
      // For reads, one error name is documented for a CA that does not exist (GP-02).
      const isMissing = isRefused(right, 'ResourceNotFoundException') && statusOf(call, arn) === undefined;
      return isMalformed || (isMissing && operation.kind !== 'GetPolicy') ? refusal('InvalidArnException') : undefined;
    }),
  },
  'matches-arns-in-part': {
    freedom: 'An ARN that fits the pattern in part is looked up, and not found.',
    permittedBy: 'ARN-02',
    mutate: answers('policy operations', (_right, { input: { ResourceArn: arn } }) =>
      violatesConstraint(arn, resourceArn) === 'pattern' && resourceArn.unanchoredPattern.test(arn)
        ? refusal('ResourceNotFoundException')
        : undefined,
    ),
  },
  'not-found-for-whatever-is-no-authority': {
    freedom: 'An ARN that names no CA of the caller is answered with ResourceNotFoundException.',
    permittedBy: 'ARN-03',
    mutate: renamesErrors({
      InvalidArnException: 'ResourceNotFoundException',
      AccessDeniedException: 'ResourceNotFoundException',
    }),
  },
  'validation-for-what-is-no-authority': {
    freedom: 'An ARN that names something else than a CA is answered with ValidationException.',
    permittedBy: 'ARN-03',
    mutate: renamesErrors({ InvalidArnException: 'ValidationException' }),
  },
  'invalid-arn-for-missing-authorities': {
    freedom: 'On a missing CA PutPolicy and DeletePolicy answer InvalidArnException.',
    permittedBy: 'ARN-04',
    mutate: answers(['PutPolicy', 'DeletePolicy'], (right) =>
      isRefused(right, 'ResourceNotFoundException') ? refusal('InvalidArnException') : undefined,
    ),
  },
  'access-denied-for-whatever-is-elsewhere': {
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
      const isElsewhere =
        known !== undefined && partsElsewhere.some((part) => partOf(arn, part) !== partOf(known, part));
      return right.kind === 'service-error' && isElsewhere && !isMalformed ? refusal('AccessDeniedException') : right;
    }),
  },
  'collapses-doubled-slashes-in-arns': {
    freedom: 'Two slashes in an ARN count as one; that they lie outside the pattern is inferred.',
    permittedBy: 'ARN-10',
    mutate: finds((asked, known) => asked.replaceAll('//', '/') === known),
  },
  'expands-wildcards-in-arns': {
    freedom: 'A wildcard in an ARN stands for a CA; that it lies outside the pattern is inferred.',
    permittedBy: 'ARN-10',
    mutate: finds((asked, known) => asked.endsWith('*') && known.startsWith(asked.slice(0, -1))),
  },
  'finds-ids-in-upper-case': {
    freedom: 'The id of a CA may be in upper case.',
    permittedBy: 'ARN-10',
    mutate: finds((asked, known) => asked === known.replace(/[^/]*$/, (id) => id.toUpperCase())),
  },
  'ignores-a-slash-at-the-end-of-arns': {
    freedom: 'A slash may follow an ARN; that it lies outside the pattern is inferred.',
    permittedBy: 'ARN-10',
    mutate: finds((asked, known) => asked === `${known}/`),
  },
  'takes-a-colon-for-a-slash-in-arns': {
    freedom: 'A colon may stand before the id of a CA; that it lies outside the pattern is inferred.',
    permittedBy: 'ARN-10',
    mutate: finds((asked, known) => asked === known.replace('/', ':')),
  },
});
