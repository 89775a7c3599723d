// Checks on the request: its request line, its headers, and its members and their values.

import type fc from 'fast-check';
import type { RecordedRequest, SdkCase, SdkObservation } from '../../harness/api/sdk-case.js';
import { allOf, holds, unobserved, violated, type SdkFinding } from '../../harness/sdk/finding.js';
import { headerValues, memberOf, operationOf, readMembers } from '../../harness/sdk/sent-request.js';
import type { SdkCheck, SdkInputClass } from '../../harness/sdk/sdk-check.js';
import {
  longestPolicy,
  nonJsonTexts,
  unusualArns,
  outsideTheModel,
  policyCharacterClasses,
  policySpellings,
  policyWhiteSpace,
  resourceArn,
} from '../../generators/sdk-inputs.js';
import {
  answer,
  callAt,
  callOf,
  eachOperation,
  firstRequest,
  operations,
  plainPolicy,
  putting,
  scripted,
  sentNothing,
  inputClass,
  success,
} from './calls.js';
import { textsDiffer } from './text-difference.js';

/** Judges that a header is sent once with the expected value. */
function header(name: string, expected: (observation: SdkObservation) => string) {
  return (observation: SdkObservation): SdkFinding =>
    firstRequest(observation, (request) => {
      const values = headerValues(request, name);
      const wanted = expected(observation);
      return values.length === 1 && values[0] === wanted
        ? holds
        : violated(
            `${name}: ${wanted}`,
            values.length === 0 ? `no ${name}` : values.map((value) => `${name}: ${value}`).join(' and '),
          );
    });
}

/** An input class for each policy of a table, which is put once. */
export function putEach(policies: Readonly<Record<string, string>>): readonly SdkInputClass[] {
  return Object.entries(policies).map(([id, policy]) => inputClass(id, scripted([success.PutPolicy], putting(policy))));
}

export function putGenerated(id: string, policies: fc.Arbitrary<string>, runs: number): SdkInputClass {
  return { id, runs, cases: policies.map((policy) => scripted([success.PutPolicy], putting(policy)), policyOfCase) };
}

/** The inverse of the map above, so that saved values shrink. */
function policyOfCase(value: unknown): string {
  const subject = value as SdkCase;
  const [action] = subject.actions;
  const policy = action?.kind === 'call' ? action.input['Policy'] : undefined;
  if (typeof policy !== 'string') throw new Error('The case puts no policy.');
  return policy;
}

/** Judges that a member arrives as the string that the call gave. */
function arrivesUnchanged(member: 'ResourceArn' | 'Policy') {
  return (observation: SdkObservation): SdkFinding =>
    firstRequest(observation, (request) => memberFits(request, observation, member));
}

export function memberFits(request: RecordedRequest, observation: SdkObservation, member: string): SdkFinding {
  const given = callAt(observation, 0)?.input[member];
  if (typeof given !== 'string') return unobserved(`the call has no string as ${member}`);
  const sent = memberOf(request, member);
  if (sent === given) return holds;
  const read = readMembers(request);
  if (read.kind === 'unreadable') return violated('a readable body', read.why);
  return sent === undefined
    ? violated(`${member} as a string`, member in read.members ? `a ${typeof read.members[member]}` : `no ${member}`)
    : textsDiffer(member, given, sent);
}

/** A client may reject input that the model forbids, but what it sends has to be unchanged. */
function rejectedOrUnchanged(observation: SdkObservation): SdkFinding {
  const [request] = observation.requests;
  const [first] = observation.answers;
  if (request === undefined) {
    return first?.type === 'ok' ? violated(['a request', 'a rejection'], 'success without a request') : holds;
  }
  const members = Object.keys(callAt(observation, 0)?.input ?? {});
  return allOf(members.map((member) => memberFits(request, observation, member)));
}

const knownMembers: Readonly<Record<string, readonly string[]>> = {
  PutPolicy: ['ResourceArn', 'Policy'],
  GetPolicy: ['ResourceArn'],
  DeletePolicy: ['ResourceArn'],
};

function addsNoMember(observation: SdkObservation): SdkFinding {
  return firstRequest(observation, (request) => {
    const read = readMembers(request);
    if (read.kind === 'unreadable') return violated('a readable body', read.why);
    const given = Object.keys(callAt(observation, 0)?.input ?? {}).sort();
    const sent = Object.keys(read.members).sort();
    return sent.join() === given.join()
      ? holds
      : violated(given.join(' and ') || 'no member', sent.join(' and ') || 'no member');
  });
}

function knowsItsMembers(observation: SdkObservation): SdkFinding {
  const [request] = observation.requests;
  if (request === undefined) return holds;
  const read = readMembers(request);
  const known = knownMembers[operationOf(request) ?? ''] ?? [];
  const unknown = read.kind === 'members' ? Object.keys(read.members).filter((member) => !known.includes(member)) : [];
  return unknown.length === 0 ? holds : violated('the members of the model', `also ${unknown.join(' and ')}`);
}

function addsNothing(observation: SdkObservation): SdkFinding {
  const [request] = observation.requests;
  const [first] = observation.answers;
  if (request === undefined) {
    return first?.type === 'ok' ? violated(['a request', 'a rejection'], 'success without a request') : holds;
  }
  return addsNoMember(observation);
}

function sentOnce(observation: SdkObservation): SdkFinding {
  const { requests } = observation;
  if (requests.length === 0) return sentNothing(observation);
  return requests.length === 1 ? holds : violated('one request', `${requests.length} requests`);
}

function eachItsOwnAnswer(observation: SdkObservation): SdkFinding {
  return allOf(
    observation.answers.map((each, index) => {
      const arn = callAt(observation, index)?.input['ResourceArn'];
      const policy = each.type === 'ok' ? each.output['Policy'] : undefined;
      return policy === arn
        ? holds
        : violated(
            `call ${index}: the policy ${String(arn)}`,
            `call ${index}: ${policy === undefined ? each.type : `the policy ${JSON.stringify(policy)}`}`,
          );
    }),
  );
}

function requestLineFits(observation: SdkObservation): SdkFinding {
  return firstRequest(observation, ({ requestLine }) =>
    /^POST \/ HTTP\/\d(\.\d)?$/.test(requestLine) ? holds : violated('POST / HTTP/1.1', requestLine),
  );
}

/** A hundred CAs, so that each call has a different answer. */
const overlapping: SdkCase = {
  script: [answer(200, { members: { Policy: '{{arn}}' } }, { delayMs: 5 })],
  overlap: true,
  actions: Array.from({ length: 100 }, (_each, index) =>
    callOf('GetPolicy', {
      input: {
        ResourceArn: `arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/${String(index).padStart(8, '0')}-2222-3333-4444-555555555555`,
      },
    }),
  ),
};

export const requestChecks: readonly SdkCheck[] = [
  {
    id: 'sdk-request/posts-to-the-root',
    requirement: 'SDK-01',
    title: 'sends POST requests to the path /',
    protocol: 'json',
    inputClasses: eachOperation(),
    judge: requestLineFits,
  },
  {
    id: 'sdk-request/uses-http-1-1',
    requirement: 'SDK-01',
    title: 'uses HTTP/1.1',
    // The model names no version of HTTP, so clients should assume this one.
    level: 'note',
    inputClasses: eachOperation(),
    judge: (observation) =>
      firstRequest(observation, ({ requestLine }) =>
        requestLine.endsWith(' HTTP/1.1') ? holds : violated('HTTP/1.1', requestLine),
      ),
  },
  {
    id: 'sdk-request/names-the-operation',
    requirement: 'SDK-02',
    title: 'names the operation in X-Amz-Target',
    inputClasses: eachOperation(),
    judge: header('x-amz-target', (observation) => `ACMPrivateCA.${callAt(observation, 0)?.operation}`),
  },
  {
    id: 'sdk-request/sends-the-content-type',
    requirement: 'SDK-03',
    title: 'sends the content type application/x-amz-json-1.1',
    inputClasses: eachOperation(),
    judge: header('content-type', () => 'application/x-amz-json-1.1'),
  },
  {
    id: 'sdk-request/sends-the-content-length',
    requirement: 'SDK-124',
    title: 'sends the length of the body in Content-Length',
    inputClasses: [
      ...eachOperation(),
      inputClass('letters-above-ascii', scripted([success.PutPolicy], putting('{"Sid":"\u00e9\u00fc\u00ff\u0080"}'))),
    ],
    judge: header('content-length', ({ requests: [request] }) => String(request?.body.length)),
  },
  {
    id: 'sdk-request/sends-the-host',
    requirement: 'SDK-04',
    title: 'sends the host and port of the endpoint in Host',
    inputClasses: eachOperation(),
    judge: header('host', ({ serviceUrl }) => new URL(serviceUrl).host),
  },
  {
    id: 'sdk-request/sends-a-json-object',
    requirement: 'SDK-05',
    title: 'sends one JSON object in UTF-8',
    inputClasses: [
      ...eachOperation(),
      inputClass('letters-above-ascii', scripted([success.PutPolicy], putting('{"Sid":"\u00e9\u00fc\u00ff\u0080"}'))),
    ],
    judge: (observation) =>
      firstRequest(observation, (request) => {
        const read = readMembers(request);
        return read.kind === 'members' ? holds : violated('one JSON object in UTF-8', read.why);
      }),
  },
  {
    id: 'sdk-request/adds-no-member',
    requirement: 'SDK-06',
    title: 'sends only the members of the call',
    inputClasses: eachOperation(),
    judge: addsNoMember,
  },
  {
    id: 'sdk-request/sends-the-arn-unchanged',
    requirement: 'SDK-07',
    title: 'sends ResourceArn unchanged',
    inputClasses: [
      ...eachOperation(),
      ...Object.entries(unusualArns).map(([id, ResourceArn]) =>
        inputClass(id, scripted([success.DeletePolicy], callOf('DeletePolicy', { input: { ResourceArn } }))),
      ),
      {
        id: 'any-arn-of-the-pattern',
        runs: 8,
        cases: resourceArn.map((ResourceArn) =>
          scripted([success.DeletePolicy], callOf('DeletePolicy', { input: { ResourceArn } })),
        ),
      },
    ],
    judge: arrivesUnchanged('ResourceArn'),
  },
  {
    id: 'sdk-request/sends-the-policy-as-a-string',
    requirement: 'SDK-08',
    title: 'sends Policy unchanged as a string, even if it is not JSON',
    inputClasses: [...putEach({ 'a-documented-policy': plainPolicy }), ...putEach(nonJsonTexts)],
    judge: arrivesUnchanged('Policy'),
  },
  {
    id: 'sdk-request/sends-every-character',
    requirement: 'SDK-09',
    title: 'sends every character that a policy may contain unchanged',
    inputClasses: Object.entries(policyCharacterClasses).flatMap(([id, { all, some }]) => [
      inputClass(id, scripted([success.PutPolicy], putting(all))),
      putGenerated(`${id}-mixed`, some, 3),
    ]),
    judge: arrivesUnchanged('Policy'),
  },
  {
    id: 'sdk-request/keeps-white-space',
    requirement: 'SDK-10',
    title: 'keeps the white space of a policy',
    inputClasses: putEach(policyWhiteSpace),
    judge: arrivesUnchanged('Policy'),
  },
  {
    id: 'sdk-request/keeps-the-json-text',
    requirement: 'SDK-11',
    title: 'keeps the JSON text of a policy',
    inputClasses: putEach(policySpellings),
    judge: arrivesUnchanged('Policy'),
  },
  {
    id: 'sdk-request/sends-the-longest-policy',
    requirement: 'SDK-12',
    title: 'sends a policy of 81,920 characters completely',
    inputClasses: putEach(longestPolicy),
    judge: arrivesUnchanged('Policy'),
  },
  {
    id: 'sdk-request/rejects-or-sends-invalid-input-unchanged',
    requirement: 'SDK-13',
    title: 'rejects input that the model forbids, or sends it unchanged',
    inputClasses: Object.entries(outsideTheModel).map(([id, input]) =>
      inputClass(id, scripted([success.PutPolicy], callOf('PutPolicy', { input }))),
    ),
    judge: rejectedOrUnchanged,
  },
  {
    id: 'sdk-request/fills-in-no-missing-member',
    requirement: 'SDK-14',
    title: 'rejects a call without a required member, or sends it without the member',
    inputClasses: [
      inputClass(
        'no-policy',
        scripted(
          [success.PutPolicy],
          callOf('PutPolicy', {
            input: { ResourceArn: 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/1' },
          }),
        ),
      ),
      inputClass(
        'no-arn-to-put',
        scripted([success.PutPolicy], callOf('PutPolicy', { input: { Policy: plainPolicy } })),
      ),
      inputClass('no-arn-to-get', scripted([success.GetPolicy], callOf('GetPolicy', { input: {} }))),
      inputClass('no-arn-to-delete', scripted([success.DeletePolicy], callOf('DeletePolicy', { input: {} }))),
    ],
    judge: addsNothing,
  },
  {
    id: 'sdk-request/sends-no-unknown-member',
    requirement: 'SDK-15',
    title: 'does not send a member that the model does not define',
    inputClasses: operations.map((operation) => {
      const usual = callOf(operation);
      return inputClass(
        operation,
        scripted([success[operation]], { ...usual, input: { ...usual.input, PolicyName: 'default' } }),
      );
    }),
    judge: knowsItsMembers,
  },
  {
    id: 'sdk-request/sends-a-call-once',
    requirement: 'SDK-16',
    title: 'sends a successful call once',
    inputClasses: eachOperation(),
    judge: sentOnce,
  },
  {
    id: 'sdk-request/keeps-overlapping-calls-apart',
    requirement: 'SDK-17',
    title: 'returns to each of a hundred concurrent calls its own answer',
    needs: ['concurrency'],
    inputClasses: [inputClass('a-hundred-reads', overlapping)],
    judge: eachItsOwnAnswer,
  },
  {
    id: 'sdk-request/reuses-the-connection',
    requirement: 'SDK-18',
    title: 'sends sequential calls on one connection',
    inputClasses: [
      inputClass(
        'three-reads',
        scripted([success.GetPolicy], callOf('GetPolicy'), callOf('GetPolicy'), callOf('GetPolicy')),
      ),
    ],
    judge: ({ requests }) => {
      const connections = new Set(requests.map(({ connection }) => connection)).size;
      return connections === 1 ? holds : violated('1 connection', `${connections} connections`);
    },
  },
  {
    id: 'sdk-request/sends-a-user-agent',
    requirement: 'SDK-19',
    title: 'identifies itself in User-Agent',
    inputClasses: eachOperation(),
    judge: (observation) =>
      firstRequest(observation, (request) =>
        headerValues(request, 'user-agent').length > 0 ? holds : violated('a User-Agent', 'none'),
      ),
  },
];
