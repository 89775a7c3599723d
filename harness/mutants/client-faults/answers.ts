// What the checks of suites/sdk/answers.ts notice: clients that read successful answers incorrectly.

import { clientFaults } from '../client-mutant.js';
import { errors, ok, outputs, policyRead } from '../plain-client/mutations.js';
import { membersIn, unreadable, type ClientParts } from '../plain-client/parts.js';

function failsAfterClose(correct: ClientParts): Partial<ClientParts> {
  const closed = new Set<string>();
  return {
    refusal: (call) =>
      closed.has(call.endpoint ?? '')
        ? { type: 'transportError', id: '', cause: 'connection', message: 'the socket was closed' }
        : correct.refusal(call),
    readOutput: (call, answer) => {
      if (answer.headers['connection'] === 'close') closed.add(call.endpoint ?? '');
      return correct.readOutput(call, answer);
    },
  };
}

export const answerFaults = clientFaults('sdk-answers', {
  'reads-an-empty-body-as-a-failure': {
    fault: 'An empty body is not JSON, and so a failure.',
    breaks: 'SDK-60',
    killedBy: 'accepts-an-empty-body',
    mutate: outputs((right, { text }) => (text === '' ? unreadable('unexpected end of JSON') : right)),
  },
  'reads-an-empty-object-as-a-failure': {
    fault: 'Where no output is due, an object is a failure.',
    breaks: 'SDK-61',
    killedBy: 'accepts-an-empty-object',
    mutate: outputs((right, { text }, { operation }) =>
      operation !== 'GetPolicy' && text !== '' ? unreadable('unexpected output') : right,
    ),
  },
  'reads-answers-as-latin-1': {
    fault: 'The bytes of an answer are taken for characters.',
    breaks: 'SDK-62',
    killedBy: 'returns-the-policy-unchanged',
    mutate: policyRead((policy) => Buffer.from(policy).toString('latin1')),
  },
  'trims-what-it-reads': {
    fault: 'A policy that is read is trimmed.',
    breaks: 'SDK-62',
    killedBy: 'returns-the-policy-unchanged',
    mutate: policyRead((policy) => policy.trim()),
  },
  'writes-what-it-reads-anew': {
    fault: 'A policy that is read is written anew before it is handed on.',
    breaks: 'SDK-62',
    killedBy: 'returns-the-policy-unchanged',
    mutate: policyRead((policy) => (membersIn(policy) === undefined ? policy : JSON.stringify(JSON.parse(policy)))),
  },
  'breaks-on-unknown-members': {
    fault: 'An answer with a member that the model does not know cannot be read.',
    breaks: 'SDK-63',
    killedBy: 'ignores-unknown-members',
    mutate: outputs((right, { text }) =>
      Object.keys(membersIn(text) ?? {}).some((name) => name !== 'Policy') ? unreadable('unknown member') : right,
    ),
  },
  'makes-an-empty-policy-of-none': {
    fault: 'An answer without a policy becomes an empty one.',
    breaks: 'SDK-64',
    killedBy: 'accepts-an-answer-without-a-policy',
    mutate: outputs((right, _answer, { operation }) =>
      operation === 'GetPolicy' && right.type === 'ok' && right.output['Policy'] === undefined
        ? ok({ Policy: '' })
        : right,
    ),
  },
  'reads-answers-of-one-line': {
    fault: 'An answer that begins with white space cannot be read.',
    breaks: 'SDK-65',
    killedBy: 'ignores-white-space',
    mutate: outputs((right, { text }) => (/^\s/.test(text) ? unreadable('unexpected white space') : right)),
  },
  'hands-escapes-on': {
    fault: 'Escapes of letters in an answer are handed on as they stand.',
    breaks: 'SDK-66',
    killedBy: 'reads-escapes',
    mutate: outputs((right, { text }) => {
      const [, policy] = /^\{"Policy":"((?:\\u[0-9a-fA-F]{4})+)"\}$/.exec(text) ?? [];
      return policy === undefined ? right : ok({ Policy: policy });
    }),
  },
  'reads-no-chunks': {
    fault: 'An answer without a length is taken for an empty one.',
    breaks: 'SDK-67',
    killedBy: 'reads-chunks',
    mutate: outputs((right, { headers }) => (headers['content-length'] === undefined ? ok() : right)),
  },
  'reads-headers-in-one-case': {
    fault: 'The header of the request id is known in one spelling only.',
    breaks: 'SDK-68',
    killedBy: 'reads-headers-in-any-case',
    mutate: errors((error, { rawNames }) =>
      rawNames.includes('x-amzn-requestid') ? error : { ...error, requestId: null },
    ),
  },
  'takes-bad-gateways-for-success': {
    fault: 'The page of a proxy with status 502 is success.',
    breaks: 'SDK-69',
    killedBy: 'reports-proxy-pages-as-failures',
    mutate: errors((error) => (error.status === 502 ? ok() : error)),
  },
  'takes-what-came-for-the-whole': {
    fault: 'A body that ended early is success without members.',
    breaks: 'SDK-70',
    killedBy: 'reports-truncated-bodies-as-failures',
    mutate: () => ({ readPartial: () => ok() }),
  },
  'closes-what-was-left-open': {
    fault: 'JSON that breaks off is closed, and the policy that was there so far handed on.',
    breaks: 'SDK-71',
    killedBy: 'returns-no-policy-from-truncated-json',
    mutate: outputs((right, { text }) => {
      const [, policy] = /^\{"Policy":"(.+)$/.exec(text) ?? [];
      return right.type === 'ok' || policy === undefined ? right : ok({ Policy: policy });
    }),
  },
  'holds-on-to-closed-connections': {
    fault: 'After an answer that closes its connection, the next call fails.',
    breaks: 'SDK-75',
    killedBy: 'reconnects-after-a-closed-connection',
    mutate: failsAfterClose,
  },
  'takes-pages-for-policies': {
    fault: 'What is not JSON is handed on as the policy.',
    breaks: 'SDK-76',
    killedBy: 'returns-no-policy-from-pages',
    mutate: outputs((right, { text }, { operation }) =>
      operation === 'GetPolicy' && right.type !== 'ok' && !text.startsWith('{') ? ok({ Policy: text }) : right,
    ),
  },
});
