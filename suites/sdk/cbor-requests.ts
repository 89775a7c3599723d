// Checks on the requests of a client that speaks RPC v2 CBOR.

import { cborContentType, cborPath, cborProtocolId } from '../../harness/api/protocol.js';
import type { RecordedRequest } from '../../harness/api/sdk-case.js';
import {
  longestPolicy,
  nonJsonTexts,
  policyCharacterClasses,
  policySpellings,
  policyWhiteSpace,
  resourceArn,
  unusualArns,
} from '../../generators/sdk-inputs.js';
import { allOf, holds, violated, type SdkFinding } from '../../harness/sdk/finding.js';
import type { SdkCheck } from '../../harness/sdk/sdk-check.js';
import { headerValues, readMembers } from '../../harness/sdk/sent-request.js';
import { callAt, callOf, eachOperation, firstRequest, inputClass, putting, scripted, success } from './calls.js';
import { memberFits, putEach, putGenerated } from './request.js';

/** Judges that a header is sent once with this value, or not at all. */
function hasHeader(request: RecordedRequest, name: string, value: string | undefined): SdkFinding {
  const values = headerValues(request, name);
  const expected = value === undefined ? [] : [value];
  if (values.join('\n') === expected.join('\n')) return holds;
  const told = values.length === 0 ? `no ${name}` : values.map((each) => `${name}: ${each}`).join(' and ');
  return violated(value === undefined ? `no ${name}` : `${name}: ${value}`, told);
}

/** The members of the call, in any order, each of them a text. */
function isMapOfTexts(request: RecordedRequest, given: Readonly<Record<string, unknown>>): SdkFinding {
  const read = readMembers(request);
  if (read.kind === 'unreadable') return violated('one CBOR map and nothing after it', read.why);
  const names = Object.keys(read.members).sort().join(' and ');
  const expected = Object.keys(given).sort().join(' and ');
  if (names !== expected)
    return violated(`the members ${expected}`, names === '' ? 'no member' : `the members ${names}`);
  const other = Object.entries(read.members).find(([, value]) => typeof value !== 'string');
  return other === undefined ? holds : violated(`${other[0]} as a text`, `a value of another type`);
}

const putTables = { ...nonJsonTexts, ...policyWhiteSpace, ...policySpellings, ...longestPolicy };

export const cborRequestChecks: readonly SdkCheck[] = [
  {
    id: 'sdk-cbor/follows-one-protocol',
    requirement: 'SDK-130',
    title: 'sends no header of the JSON protocol with CBOR',
    inputClasses: eachOperation(),
    judge: (observation) =>
      firstRequest(observation, (request) =>
        allOf(['X-Amz-Target', 'X-Amzn-Target'].map((name) => hasHeader(request, name.toLowerCase(), undefined))),
      ),
  },
  {
    id: 'sdk-cbor/posts-to-the-path-of-the-operation',
    requirement: 'SDK-131',
    title: 'sends POST requests to the path of the operation',
    inputClasses: eachOperation(),
    judge: (observation) =>
      firstRequest(observation, ({ requestLine }) => {
        const expected = `POST ${cborPath(callAt(observation, 0)?.operation ?? '')}`;
        return requestLine.replace(/ HTTP\/\d(\.\d)?$/, '') === expected ? holds : violated(expected, requestLine);
      }),
  },
  {
    id: 'sdk-cbor/sends-the-headers-of-the-protocol',
    requirement: 'SDK-132',
    title: 'sends Smithy-Protocol, Content-Type and Accept as the protocol has them',
    inputClasses: eachOperation(),
    judge: (observation) =>
      firstRequest(observation, (request) =>
        allOf([
          hasHeader(request, 'smithy-protocol', cborProtocolId),
          hasHeader(request, 'content-type', cborContentType),
          hasHeader(request, 'accept', cborContentType),
          hasHeader(request, 'x-amzn-query-mode', undefined),
        ]),
      ),
  },
  {
    id: 'sdk-cbor/sends-one-map-of-texts',
    requirement: 'SDK-133',
    title: 'sends one CBOR map with the members of the call as texts',
    inputClasses: [
      ...eachOperation(),
      inputClass('letters-above-ascii', scripted([success.PutPolicy], putting('{"Sid":"\u00e9\u00fc\u00ff\u0080"}'))),
    ],
    judge: (observation) =>
      firstRequest(observation, (request) => isMapOfTexts(request, callAt(observation, 0)?.input ?? {})),
  },
  {
    id: 'sdk-cbor/sends-texts-unchanged',
    requirement: 'SDK-134',
    title: 'sends ResourceArn and Policy unchanged',
    inputClasses: [
      ...eachOperation(),
      ...putEach(putTables),
      ...Object.entries(policyCharacterClasses).flatMap(([id, { all, some }]) => [
        inputClass(id, scripted([success.PutPolicy], putting(all))),
        putGenerated(`${id}-mixed`, some, 3),
      ]),
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
    judge: (observation) =>
      firstRequest(observation, (request) =>
        allOf(
          Object.keys(callAt(observation, 0)?.input ?? {}).map((member) => memberFits(request, observation, member)),
        ),
      ),
  },
];
