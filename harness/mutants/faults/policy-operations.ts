// What the checks of suites/policy-operations.ts notice: faults in what the three operations do.

import { inBothProtocols } from '../in-both-protocols.js';
import { isPolicyOperation } from '../../api/operation.js';
import { policyTextOf, success } from '../../api/outcome.js';
import { afterwards, clearOthers } from '../afterwards.js';
import { ownerIn } from '../arn-parts.js';
import {
  documentOf,
  inDocument,
  inElements,
  inStatements,
  isPlainObject,
  jsonOf,
  statementsOf,
  without,
} from '../documents.js';
import { faults } from '../mutant.js';
import { rewritesErrors } from '../mutate-answers.js';
import {
  answers,
  isRefused,
  mutate,
  mutateEach,
  policyAt,
  reads,
  refusal,
  refuses,
  renamesErrors,
  statusOf,
  stores,
} from '../mutate.js';

export const policyOperationFaults = [
  ...faults('put-policy', {
    'forgets-every-policy': {
      fault: 'PutPolicy succeeds and keeps nothing.',
      breaks: 'PP-01',
      killedBy: 'replaces-the-policy',
      isControl: true,
      mutate: stores(({ right }) => (right.kind === 'success' ? null : undefined)),
    },
    'keeps-the-first-policy': {
      fault: 'A policy that is there is not replaced.',
      breaks: 'PP-01',
      killedBy: 'replaces-the-policy',
      mutate: stores(({ right, before }) => (right.kind === 'success' ? before : undefined)),
    },
    'merges-policies': {
      fault: 'The statements of a new policy join those that are there.',
      breaks: 'PP-01',
      killedBy: 'replaces-the-policy',
      mutate: stores(({ text, right, before }) =>
        right.kind !== 'success' || before === undefined || before === text
          ? undefined
          : inDocument((document) => ({
              ...document,
              Statement: [documentOf(before)?.['Statement'], document['Statement']].flat(),
            }))(text),
      ),
    },
    'takes-a-former-policy-for-the-present-one': {
      fault: 'A policy that a CA carried before is taken for the one that is there.',
      breaks: 'PP-01',
      killedBy: 'replaces-the-policy',
      mutate: mutateEach<readonly string[]>([], ({ operation, ask, peek, memory: had, remember }) => {
        if (operation.kind === 'DeletePolicy') remember([]);
        if (operation.kind !== 'PutPolicy') return ask(operation);
        const text = operation.input.Policy;
        if (had.includes(text)) return peek(operation);
        remember([...had, text]);
        return ask(operation);
      }),
    },
    'cannot-put-what-is-there-already': {
      fault: 'Putting the policy that is there again is refused.',
      breaks: 'PP-02',
      killedBy: 'accepts-the-same-policy-again',
      mutate: refuses(
        ['PutPolicy'],
        'RequestFailedException',
        ({ input }, _right, call) => policyAt(call, input.ResourceArn) === input.Policy,
      ),
    },
  }),
  ...faults('get-policy', {
    'answers-an-empty-policy-where-none-was-put': {
      fault: 'Before the first put GetPolicy succeeds with an empty policy.',
      breaks: 'GP-01',
      killedBy: 'returns-not-found-without-a-policy',
      mutate: mutateEach(false, ({ operation, ask, peek, arn, memory: wasPut, remember }) => {
        const right = ask(operation);
        if (operation.kind === 'PutPolicy' && right.kind === 'success') remember(true);
        const isEmpty = operation.kind === 'GetPolicy' && !wasPut && statusOf({ peek }, arn) !== undefined;
        return isEmpty && isRefused(right) ? success({ Policy: '' }) : right;
      }),
    },
    'answers-errors-with-status-200': {
      fault: 'Errors come with HTTP status 200.',
      breaks: 'GP-01',
      killedBy: 'returns-not-found-without-a-policy',
      mutateAnswers: inBothProtocols(rewritesErrors(() => ({ status: 200 }))),
    },
    'answers-nothing-where-no-policy-is': {
      fault: 'Where no policy is found, GetPolicy succeeds with {}.',
      breaks: 'GP-01',
      killedBy: 'returns-not-found-without-a-policy',
      mutate: answers(['GetPolicy'], (right) =>
        isRefused(right, 'ResourceNotFoundException') ? success() : undefined,
      ),
    },
    'calls-a-missing-policy-no-such-policy': {
      fault: 'Where no policy is, GetPolicy says NoSuchPolicyException.',
      breaks: 'GP-01',
      killedBy: 'returns-not-found-without-a-policy',
      mutate: answers(['GetPolicy'], (right, { input }, call) =>
        isRefused(right, 'ResourceNotFoundException') && statusOf(call, input.ResourceArn) !== undefined
          ? refusal('NoSuchPolicyException')
          : undefined,
      ),
    },
    'gives-all-errors-one-name': {
      fault: 'The header calls every error ClientError, whatever the body says.',
      breaks: 'GP-01',
      killedBy: 'returns-not-found-without-a-policy',
      mutateAnswers: rewritesErrors((_members, { headers }) => ({
        headers: { ...headers, 'x-amzn-errortype': 'ClientError' },
      })),
    },
    'hands-the-last-policy-to-new-authorities': {
      fault: 'A new CA carries the policy that was put last.',
      breaks: 'GP-01',
      killedBy: 'returns-not-found-without-a-policy',
      mutate: afterwards(({ operation, arn, accepted, carry }) => {
        const last = [...accepted.values()].at(-1);
        if (operation.kind === 'CreateCertificateAuthority' && last !== undefined)
          carry(arn, last.replaceAll(/arn:[^"]*:certificate-authority[^"]*/g, arn));
      }),
    },
    'spells-not-found-in-lower-case': {
      fault: 'ResourceNotFoundException is spelt resourceNotFoundException.',
      breaks: 'GP-01',
      killedBy: 'returns-not-found-without-a-policy',
      mutate: renamesErrors({ ResourceNotFoundException: 'resourceNotFoundException' }),
    },
    'adds-sids': {
      fault: 'GetPolicy returns a Sid if none was put.',
      breaks: 'GP-03',
      killedBy: 'returns-the-stored-policy',
      mutate: reads(inStatements((statement, index) => ({ Sid: `Statement${index}`, ...statement }))),
    },
    'drops-conditions-on-sources': {
      fault: 'GetPolicy returns no ArnEquals.',
      breaks: 'GP-03',
      killedBy: 'returns-the-stored-policy',
      mutate: reads(
        inElements('Condition', (condition) =>
          isPlainObject(condition) ? without(condition, 'ArnEquals') : condition,
        ),
      ),
    },
    'drops-conditions-on-the-organization': {
      fault: 'GetPolicy returns a share with an organization without the organization.',
      breaks: 'GP-03',
      killedBy: 'returns-the-stored-policy',
      mutate: reads(
        inElements('Condition', (condition) =>
          isPlainObject(condition) && isPlainObject(condition['StringEquals'])
            ? { ...condition, StringEquals: without(condition['StringEquals'], 'aws:PrincipalOrgID') }
            : condition,
        ),
      ),
    },
    'drops-conditions-that-exclude': {
      fault: 'GetPolicy returns no StringNotEquals.',
      breaks: 'GP-03',
      killedBy: 'returns-the-stored-policy',
      mutate: reads(
        inElements('Condition', (condition) =>
          isPlainObject(condition) ? without(condition, 'StringNotEquals') : condition,
        ),
      ),
    },
    'drops-sids': {
      fault: 'GetPolicy returns the statements without their Sids.',
      breaks: 'GP-03',
      killedBy: 'returns-the-stored-policy',
      mutate: reads(inStatements((statement) => without(statement, 'Sid'))),
    },
    'grows-a-version-suffix': {
      fault: 'Each put over a policy lengthens its Version.',
      breaks: 'GP-03',
      killedBy: 'returns-the-stored-policy',
      mutate: stores(({ text, right, before }) => {
        const version = documentOf(before ?? '')?.['Version'];
        return right.kind !== 'success' || typeof version !== 'string'
          ? undefined
          : inDocument((document) => ({ ...document, Version: `${version}.1` }))(text);
      }),
    },
    'loses-actions-without-brackets': {
      fault: 'GetPolicy returns no action that was put without brackets.',
      breaks: 'GP-03',
      killedBy: 'returns-the-stored-policy',
      mutate: reads(inElements('Action', (action) => (typeof action === 'string' ? [] : action))),
    },
    'makes-sids-unique': {
      fault: 'GetPolicy returns another Sid if two are the same.',
      breaks: 'GP-03',
      killedBy: 'returns-the-stored-policy',
      mutate: reads((text) =>
        inStatements((statement, index) => {
          const { Sid } = statement;
          const isRepeated = index > 0 && statementsOf(documentOf(text))[0]?.['Sid'] === Sid;
          return isRepeated && typeof Sid === 'string' ? { ...statement, Sid: `${Sid}${index}` } : statement;
        })(text),
      ),
    },
    'merges-statements-for-everybody': {
      fault: 'GetPolicy returns both statements for everybody as one.',
      breaks: 'GP-03',
      killedBy: 'returns-the-stored-policy',
      mutate: reads(
        inDocument((document) => {
          const [first, second, ...others] = statementsOf(document);
          if (first?.['Principal'] !== '*' || second === undefined || others.length > 0) return document;
          return { ...document, Statement: [{ ...first, Action: [first['Action'], second['Action']].flat() }] };
        }),
      ),
    },
    'takes-hyphens-out-of-sids': {
      fault: 'GetPolicy returns Sids without their hyphens.',
      breaks: 'GP-03',
      killedBy: 'returns-the-stored-policy',
      mutate: reads(inElements('Sid', (sid) => String(sid).replaceAll('-', ''))),
    },
    'turns-other-accounts-into-users': {
      fault: 'GetPolicy returns a user for an account that does not own the CA.',
      breaks: 'GP-03',
      killedBy: 'returns-the-stored-policy',
      mutate: reads(
        inElements('Principal', (principal, { Resource }) =>
          isPlainObject(principal) && 'AWS' in principal && principal['AWS'] !== ownerIn(Resource)
            ? { AWS: 'AIDACKCEVSQ6C2EXAMPLE' }
            : principal,
        ),
      ),
    },
    'unescapes-what-it-returns': {
      fault: 'GetPolicy returns the characters for which escapes stand.',
      breaks: 'GP-05',
      killedBy: 'returns-only-documented-characters',
      mutate: reads((text) => JSON.stringify(jsonOf(text))),
    },
    'consumes-on-read': {
      fault: 'A policy is lost once it was read.',
      breaks: 'GP-07',
      killedBy: 'changes-nothing',
      mutate: afterwards(({ operation, arn, carry }) => {
        if (operation.kind === 'GetPolicy') carry(arn, undefined);
      }),
    },
    'encodes-twice-what-is-read-again': {
      fault: 'From the second read on GetPolicy returns a policy encoded twice.',
      breaks: 'GP-07',
      killedBy: 'changes-nothing',
      mutate: mutateEach('', ({ operation, ask, memory: readBefore, remember }) => {
        const right = ask(operation);
        const text = policyTextOf(right);
        if (text === undefined) return right;
        remember(text);
        return text === readBefore ? success({ Policy: JSON.stringify(text) }) : right;
      }),
    },
    'forgets-a-policy-that-was-read-twice': {
      fault: 'A policy is lost once it was read twice.',
      breaks: 'GP-07',
      killedBy: 'changes-nothing',
      mutate: mutateEach(0, ({ operation, ask, arn, memory: readings, remember }) => {
        const outcome = ask(operation);
        remember(operation.kind === 'GetPolicy' ? readings + 1 : 0);
        if (operation.kind === 'GetPolicy' && readings === 1)
          ask({ kind: 'DeletePolicy', input: { ResourceArn: arn } });
        return outcome;
      }),
    },
  }),
  ...faults('delete-policy', {
    'deletes-at-the-second-call': {
      fault: 'A policy is lost after the second DeletePolicy only.',
      breaks: 'DP-01',
      killedBy: 'removes-the-policy',
      mutate: mutateEach(false, ({ operation, ask, peek, memory: wasAsked, remember }) => {
        if (operation.kind === 'PutPolicy') remember(false);
        if (operation.kind !== 'DeletePolicy' || wasAsked) return ask(operation);
        remember(true);
        return peek(operation);
      }),
    },
    'deletes-nothing': {
      fault: 'DeletePolicy succeeds and deletes nothing.',
      breaks: 'DP-01',
      killedBy: 'removes-the-policy',
      mutate: mutate(undefined, ({ operation, ask, peek }) =>
        operation.kind === 'DeletePolicy' ? peek(operation) : ask(operation),
      ),
    },
    'deletes-nothing-on-tuesdays': {
      fault: 'On Tuesdays DeletePolicy is refused.',
      breaks: 'DP-01',
      killedBy: 'removes-the-policy',
      mutate: refuses(
        ['DeletePolicy'],
        'InvalidStateException',
        (_operation, right, { atMs }) => right.kind === 'success' && new Date(atMs).getUTCDay() === 2,
      ),
    },
    'shows-a-refused-policy-after-a-delete': {
      fault: 'After a delete GetPolicy returns the policy that was refused last.',
      breaks: 'GP-07',
      killedBy: 'removes-the-policy',
      mutate: mutateEach<string | undefined>(undefined, ({ operation, ask, peek, memory: refused, remember }) => {
        const right = peek(operation);
        if (operation.kind === 'PutPolicy' && isRefused(right, 'InvalidPolicyException'))
          remember(operation.input.Policy);
        const isShown = operation.kind === 'GetPolicy' && isRefused(right) && refused !== undefined;
        return isShown ? success({ Policy: refused }) : ask(operation);
      }),
    },
    'cannot-delete-what-is-not-there': {
      fault: 'DeletePolicy without a policy answers ResourceNotFoundException.',
      breaks: 'DP-02',
      killedBy: 'succeeds-without-a-policy',
      mutate: refuses(
        ['DeletePolicy'],
        'ResourceNotFoundException',
        ({ input }, _right, call) => policyAt(call, input.ResourceArn) === undefined,
      ),
    },
  }),
  ...faults('isolation', {
    'deletes-for-all-authorities': {
      fault: 'DeletePolicy deletes the policies of all CAs.',
      breaks: 'ISO-01',
      killedBy: 'changes-only-the-named-authority',
      mutate: afterwards((event) => {
        if (event.operation.kind === 'DeletePolicy' && event.right.kind === 'success') clearOthers(event);
      }),
    },
    'one-policy-for-all': {
      fault: 'All CAs share one policy.',
      breaks: 'ISO-01',
      killedBy: 'changes-only-the-named-authority',
      isControl: true,
      mutate: mutate<string | undefined>(undefined, ({ operation, ask, memory: shared, remember }) => {
        const right = ask(operation);
        if (!isPolicyOperation(operation)) return right;
        if (operation.kind === 'GetPolicy') return shared === undefined ? right : success({ Policy: shared });
        if (right.kind === 'success') remember(operation.kind === 'PutPolicy' ? operation.input.Policy : undefined);
        return right;
      }),
    },
    'clears-other-authorities-when-it-refuses': {
      fault: 'A refused PutPolicy deletes the policies of the other CAs.',
      breaks: 'GP-07',
      killedBy: 'keeps-other-policies-after-rejections',
      mutate: afterwards((event) => {
        if (event.operation.kind === 'PutPolicy' && isRefused(event.right)) clearOthers(event);
      }),
    },
  }),
];
