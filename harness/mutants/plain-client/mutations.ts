// Ways to mutate the plain client, for mutants and variants; each replaces one part.

import type { CallAnswer, DriverCall, EndpointQuestion } from '../../api/driver.js';
import type { ClientMutation } from '../client-mutant.js';
import type { ClientParts, PlainAnswer, PlainRequest } from './parts.js';

type ServiceError = CallAnswer & { readonly type: 'serviceError' };
type Headers = Readonly<Record<string, string>>;

/** The request before it is signed. */
export function request(change: (request: PlainRequest, call: DriverCall) => PlainRequest): ClientMutation {
  return (correct) => ({
    requestOf: (call, endpoint, body) => change(correct.requestOf(call, endpoint, body), call),
  });
}

/** The headers before they are signed. */
export function headers(change: (headers: Headers, call: DriverCall) => Headers): ClientMutation {
  return request((sent, call) => ({ ...sent, headers: change(sent.headers, call) }));
}

/** The request once it is signed. */
export function signed(change: (request: PlainRequest, secret: string) => PlainRequest): ClientMutation {
  return (correct) => ({
    sign: async (sent, choice) => change(await correct.sign(sent, choice), choice.credentials.secretAccessKey),
  });
}

/** The parameters of a signature: keys, region, service, time. */
export function signing(
  change: (
    choice: ReturnType<ClientParts['signingChoice']>,
    environment: Readonly<Record<string, string | undefined>>,
  ) => ReturnType<ClientParts['signingChoice']>,
): ClientMutation {
  return (correct) => ({
    signingChoice: (call, environment, nowMs) => change(correct.signingChoice(call, environment, nowMs), environment),
  });
}

/** The members of the body. */
export function members(
  change: (sent: Readonly<Record<string, unknown>>, call: DriverCall) => Readonly<Record<string, unknown>>,
): ClientMutation {
  return (correct) => ({ membersOf: (call) => change(correct.membersOf(call), call) });
}

/** One member that is a text. */
export function text(name: 'Policy' | 'ResourceArn', change: (text: string) => unknown): ClientMutation {
  return members((sent) => {
    const value = sent[name];
    return typeof value === 'string' ? { ...sent, [name]: change(value) } : sent;
  });
}

/** The error that the user of the client gets. */
export function errors(change: (error: ServiceError, answer: PlainAnswer) => CallAnswer): ClientMutation {
  return (correct) => ({
    readError: (answer, name) => {
      const error = correct.readError(answer, name);
      return error.type === 'serviceError' ? change(error, answer) : error;
    },
  });
}

/** The name that the client finds in an error. */
export function errorNames(
  find: (answer: PlainAnswer, right: string | undefined) => string | undefined,
): ClientMutation {
  return (correct) => ({ errorName: (answer) => find(answer, correct.errorName(answer)) });
}

/** The result that the client returns for a success. */
export function outputs(
  change: (right: CallAnswer, answer: PlainAnswer, call: DriverCall) => CallAnswer,
): ClientMutation {
  return (correct) => ({ readOutput: (call, answer) => change(correct.readOutput(call, answer), answer, call) });
}

/** The policy that a read returns. */
export function policyRead(change: (policy: string) => string): ClientMutation {
  return outputs((right) => {
    const policy = right.type === 'ok' ? right.output['Policy'] : undefined;
    return typeof policy === 'string' ? ok({ Policy: change(policy) }) : right;
  });
}

/** Whether a call is retried. */
export function retries(decide: (answer: CallAnswer, right: boolean, call: DriverCall) => boolean): ClientMutation {
  return (correct) => ({
    isRetryable: (answer, call) => decide(answer, correct.isRetryable(answer, call), call),
  });
}

export function ok(output: Readonly<Record<string, unknown>> = {}): CallAnswer {
  return { type: 'ok', id: '', output: { ...output } };
}

export function without(sent: Headers, name: string): Headers {
  return Object.fromEntries(Object.entries(sent).filter(([each]) => each !== name));
}

/** Computes the endpoint for other settings. */
export function url(change: (question: EndpointQuestion) => EndpointQuestion): ClientMutation {
  return (correct) => ({ urlFor: (question) => correct.urlFor(change(question)) });
}
