// What the checks of suites/sequences.ts notice: faults that only several calls in a row show.

import { success } from '../../api/outcome.js';
import { afterwards, clearOthers } from '../afterwards.js';
import { documentOf, inDocument, statementsOf } from '../documents.js';
import { faults } from '../mutant.js';
import { createdArn, isRefused, mutate, mutateEach, policyAt, refusal, stores } from '../mutate.js';

export const sequenceFaults = faults('sequences', {
  'keeps-the-longer-policy': {
    fault: 'A policy that is there is not replaced by a shorter one.',
    breaks: 'PP-01',
    killedBy: 'keeps-the-last-policy',
    mutate: stores(({ text, right, before = '' }) =>
      right.kind === 'success' && before.length > text.length ? before : undefined,
    ),
  },
  'loses-one-put-in-twenty': {
    fault: 'Of twenty puts one is lost.',
    breaks: 'PP-01',
    killedBy: 'keeps-the-last-policy',
    mutate: mutate(1, ({ operation, ask, peek, memory: nth, remember }) => {
      if (operation.kind !== 'PutPolicy') return ask(operation);
      remember(nth + 1);
      return nth % 20 === 0 ? peek(operation) : ask(operation);
    }),
  },
  'loses-puts-after-a-hundred-calls': {
    fault: 'From the hundredth call on PutPolicy succeeds and changes nothing.',
    breaks: 'PP-01',
    killedBy: 'keeps-the-last-policy',
    mutate: mutate(undefined, ({ operation, ask, peek, callsBefore }) =>
      operation.kind === 'PutPolicy' && callsBefore >= 100 ? peek(operation) : ask(operation),
    ),
  },
  'mixes-old-statements-in-after-ten-puts': {
    fault: 'From the tenth put on a CA its policy has the first statement of the one before too.',
    breaks: 'PP-01',
    killedBy: 'keeps-the-last-policy',
    mutate: mutateEach(0, ({ operation, ask, peek, arn, memory: puts, remember }) => {
      if (operation.kind !== 'PutPolicy') return ask(operation);
      remember(puts + 1);
      const [old] = statementsOf(documentOf(policyAt({ peek }, arn) ?? ''));
      if (puts < 9 || old === undefined) return ask(operation);
      const Policy = inDocument((document) => ({ ...document, Statement: [document['Statement'], old].flat() }))(
        operation.input.Policy,
      );
      return ask({ ...operation, input: { ...operation.input, Policy } });
    }),
  },
  'takes-no-policy-after-a-delete': {
    fault: 'PutPolicy is refused if a policy was deleted just before.',
    breaks: 'PP-01',
    killedBy: 'keeps-the-last-policy',
    mutate: mutateEach(false, ({ operation, ask, memory: wasDeleted, remember }) => {
      remember(operation.kind === 'DeletePolicy');
      return operation.kind === 'PutPolicy' && wasDeleted ? refusal('InvalidStateException') : ask(operation);
    }),
  },
  'brings-a-deleted-policy-back-once-it-was-missed': {
    fault: 'A deleted policy is back after GetPolicy reported that it does not exist.',
    breaks: 'DP-01',
    killedBy: 'returns-no-deleted-policy',
    mutate: afterwards(({ operation, right, arn, accepted, carry }) => {
      if (operation.kind === 'GetPolicy' && isRefused(right)) carry(arn, accepted.get(arn));
    }),
  },
  'goes-back-to-the-policy-before': {
    fault: 'DeletePolicy restores the policy before the one that is deleted.',
    breaks: 'DP-01',
    killedBy: 'returns-no-deleted-policy',
    mutate: mutateEach<readonly string[]>([], ({ operation, ask, arn, memory: former, remember }) => {
      const right = ask(operation);
      if (right.kind !== 'success' || operation.kind === 'GetPolicy') return right;
      const left = operation.kind === 'PutPolicy' ? [...former, operation.input.Policy] : former.slice(0, -1);
      remember(left);
      const before = operation.kind === 'DeletePolicy' ? left.at(-1) : undefined;
      if (before !== undefined) ask({ kind: 'PutPolicy', input: { ResourceArn: arn, Policy: before } });
      return right;
    }),
  },
  'clears-the-policies-of-other-authorities': {
    fault: 'PutPolicy on one CA deletes the policies of the others.',
    breaks: 'ISO-01',
    killedBy: 'keeps-authorities-apart',
    mutate: afterwards((event) => {
      if (event.operation.kind === 'PutPolicy' && event.right.kind === 'success') clearOthers(event);
    }),
  },
  'loses-policies-of-every-second-authority': {
    fault: 'On every second CA PutPolicy succeeds and keeps nothing.',
    breaks: 'PP-01',
    killedBy: 'keeps-authorities-apart',
    mutate: mutate<readonly string[]>([], ({ operation, ask, peek, memory: arns, remember }) => {
      const right = operation.kind === 'PutPolicy' ? peek(operation) : ask(operation);
      const arn = createdArn(operation, right);
      if (arn !== undefined) remember([...arns, arn]);
      if (operation.kind !== 'PutPolicy') return right;
      const isLost = arns.indexOf(operation.input.ResourceArn) % 2 === 1;
      return isLost ? right : ask(operation);
    }),
  },
  'returns-the-policy-of-the-oldest-authority': {
    fault: 'Where a CA has a policy, GetPolicy returns that of the oldest CA that has one.',
    breaks: 'ISO-01',
    killedBy: 'keeps-authorities-apart',
    mutate: mutate<readonly string[]>([], ({ operation, ask, peek, memory: arns, remember }) => {
      const right = ask(operation);
      if (operation.kind === 'PutPolicy' && right.kind === 'success')
        remember([...new Set([...arns, operation.input.ResourceArn])]);
      if (operation.kind !== 'GetPolicy' || right.kind !== 'success') return right;
      const Policy = arns.map((arn) => policyAt({ peek }, arn)).find((policy) => policy !== undefined);
      return success({ Policy });
    }),
  },
  'applies-what-it-refuses': {
    fault: 'A policy that is refused is kept all the same.',
    breaks: 'GP-07',
    killedBy: 'keeps-policies-after-rejections',
    mutate: mutateEach<string | undefined>(undefined, ({ operation, ask, memory: applied, remember }) => {
      const right = ask(operation);
      if (operation.kind === 'GetPolicy') return applied === undefined ? right : success({ Policy: applied });
      const isApplied = operation.kind === 'PutPolicy' && isRefused(right, 'InvalidPolicyException');
      if (isApplied) remember(operation.input.Policy);
      else if (right.kind === 'success') remember(undefined);
      return right;
    }),
  },
  'clears-the-policy-when-it-refuses-another': {
    fault: 'A policy is lost once another was refused.',
    breaks: 'GP-07',
    killedBy: 'keeps-policies-after-rejections',
    mutate: afterwards(({ operation, right, arn, carry }) => {
      if (operation.kind === 'PutPolicy' && isRefused(right)) carry(arn, undefined);
    }),
  },
  'holds-a-refusal-against-the-next-policy': {
    fault: 'After a refusal the next policy for the same CA is refused too.',
    breaks: 'GP-07',
    killedBy: 'keeps-policies-after-rejections',
    mutate: mutateEach(false, ({ operation, ask, peek, memory: hasRefused, remember }) => {
      if (operation.kind !== 'PutPolicy') return ask(operation);
      const right = peek(operation);
      remember(isRefused(right, 'InvalidPolicyException'));
      return right.kind === 'success' && hasRefused ? refusal('InvalidPolicyException') : ask(operation);
    }),
  },
  'puts-a-refused-policy-next-time': {
    fault: 'What a CA carries after the next put is the policy that was refused.',
    breaks: 'GP-07',
    killedBy: 'keeps-policies-after-rejections',
    mutate: mutateEach<string | undefined>(undefined, ({ operation, ask, peek, memory: refused, remember }) => {
      const right = peek(operation);
      if (operation.kind === 'PutPolicy' && isRefused(right, 'InvalidPolicyException'))
        remember(operation.input.Policy);
      if (operation.kind !== 'GetPolicy' || refused === undefined || right.kind !== 'success') return ask(operation);
      return success({ Policy: refused });
    }),
  },
  'forgets-policies-when-another-authority-is-deleted': {
    fault: 'Deleting a CA deletes the policies of the others.',
    breaks: 'ISO-01',
    killedBy: 'handles-state-changes-consistently',
    mutate: afterwards((event) => {
      if (event.operation.kind === 'DeleteCertificateAuthority' && event.right.kind === 'success') clearOthers(event);
    }),
  },
});
