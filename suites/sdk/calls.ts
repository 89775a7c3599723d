// The calls and answers from which the client checks are built.

import fc from 'fast-check';
import type { CallAnswer } from '../../harness/api/driver.js';
import type {
  RecordedRequest,
  Script,
  ScriptedBody,
  ScriptedReply,
  SdkAction,
  SdkCase,
  SdkObservation,
} from '../../harness/api/sdk-case.js';
import type { PolicyOperationName } from '../../harness/catalogue/requirement.js';
import { describeCallAnswer } from '../../harness/sdk/describe-call.js';
import { violated, type SdkFinding } from '../../harness/sdk/finding.js';
import type { SdkInputClass } from '../../harness/sdk/sdk-check.js';

export type Call = SdkAction & { readonly kind: 'call' };
export type Answer = ScriptedReply & { readonly kind: 'answer' };

export const operations = ['PutPolicy', 'GetPolicy', 'DeletePolicy'] as const satisfies readonly PolicyOperationName[];

const authorityArn =
  'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/11111111-2222-3333-4444-555555555555';

/** The read statement of template T01; only its quotes need an escape. */
export const plainPolicy =
  '{"Version":"2012-10-17","Statement":[{"Sid":"1","Effect":"Allow","Principal":{"AWS":"555555555555"},"Action":["acm-pca:DescribeCertificateAuthority"],"Resource":"' +
  `${authorityArn}"}]}`;

const usualInputs: Readonly<Record<PolicyOperationName, Readonly<Record<string, unknown>>>> = {
  PutPolicy: { ResourceArn: authorityArn, Policy: plainPolicy },
  GetPolicy: { ResourceArn: authorityArn },
  DeletePolicy: { ResourceArn: authorityArn },
};

export function callOf(operation: PolicyOperationName, options: Partial<Omit<Call, 'kind' | 'operation'>> = {}): Call {
  return { kind: 'call', operation, input: usualInputs[operation], ...options };
}

export function putting(policy: string, options: Partial<Omit<Call, 'kind' | 'operation'>> = {}): Call {
  return callOf('PutPolicy', { input: { ResourceArn: authorityArn, Policy: policy }, ...options });
}

const usualHeaders = { 'x-amzn-RequestId': '0b6f2a3c-5d1e-4c7b-9a8f-123456789abc' } as const;

/** An answer with the headers of the service and of the protocol; the given headers are added or override them. */
export function answer(status: number, body: ScriptedBody, options: Partial<Omit<Answer, 'kind'>> = {}): Answer {
  return { kind: 'answer', status, body, ...options, headers: { ...usualHeaders, ...options.headers } };
}

export const anotherPolicy = '{"Version":"2012-10-17","Statement":[]}';

/** The successful answers of the service. */
export const success: Readonly<Record<PolicyOperationName, Answer>> = {
  PutPolicy: answer(200, ''),
  GetPolicy: policyIn(anotherPolicy),
  DeletePolicy: answer(200, ''),
};

export function policyIn(policy: string): Answer {
  return answer(200, { members: { Policy: policy } });
}

/** The members of the first answer of the script; none if it is written in one protocol. */
export function scriptedMembers({ case: { script } }: SdkObservation): Readonly<Record<string, unknown>> {
  const [reply] = script;
  return reply.kind === 'answer' && typeof reply.body !== 'string' && 'members' in reply.body ? reply.body.members : {};
}

/** The page of a proxy between the client and the service. */
export function page(status: number): Answer {
  return answer(status, '<!DOCTYPE html><html><head><title>502</title></head><body>Bad Gateway</body></html>', {
    headers: { 'Content-Type': 'text/html', 'Smithy-Protocol': null },
  });
}

/** An error answer as the service sends it. */
export function failure(name: string, options: Partial<Omit<Answer, 'kind' | 'body'>> = {}): Answer {
  return answer(options.status ?? 400, { error: name, members: { message: messageOf(name) } }, options);
}

export function messageOf(name: string): string {
  return `What ${name} says about "this" call.`;
}

/** An input class of one case. */
export function inputClass(id: string, subject: SdkCase): SdkInputClass {
  return { id, cases: fc.constant(subject) };
}

/** An input class for each operation, which is called once and succeeds. */
export function eachOperation(options: Partial<Omit<Call, 'kind' | 'operation'>> = {}): readonly SdkInputClass[] {
  return operations.map((operation) =>
    inputClass(operation, { script: [success[operation]], actions: [callOf(operation, options)] }),
  );
}

/** A case: these calls, answered by this script. */
export function scripted(script: Script, ...actions: readonly Call[]): SdkCase {
  return { script, actions };
}

/** Judges the first request; violated if none was sent. */
export function firstRequest(observation: SdkObservation, judge: (request: RecordedRequest) => SdkFinding): SdkFinding {
  const [request] = observation.requests;
  return request === undefined ? sentNothing(observation) : judge(request);
}

export function sentNothing({ answers }: SdkObservation): SdkFinding {
  const [first] = answers;
  return violated(
    'a request',
    `none was sent${first === undefined ? '' : `; the call ended with ${describeCallAnswer(first)}`}`,
  );
}

/** Judges the result of the first call. */
export function firstAnswer(observation: SdkObservation, judge: (answer: CallAnswer) => SdkFinding): SdkFinding {
  const [first] = observation.answers;
  return first === undefined ? violated('an answer', 'none') : judge(first);
}

/** The call at an index of the case's actions. */
export function callAt({ case: { actions } }: SdkObservation, index: number): Call | undefined {
  const action = actions[index];
  return action?.kind === 'call' ? action : undefined;
}
