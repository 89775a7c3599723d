// The guarantees that an answer in RPC v2 CBOR can be judged for, one predicate each.

import { callerErrors } from '../../api/common-errors.js';
import type { CborGuaranteeName } from '../../api/case.js';
import { membersOf, type HttpAnswer } from '../../api/http-answer.js';
import { answerOf, policyTextOf, type Outcome } from '../../api/outcome.js';
import { cborProtocolId, shapeNamespace } from '../../api/protocol.js';
import type { ApiCall } from '../../api/raw-request.js';
import { serviceErrors } from '../../api/service-model.js';
import type { Guarantee, Judgement } from './guarantee.js';

const silent: Judgement = { kind: 'silent' };
const kept: Judgement = { kind: 'kept' };

/** Errors that a call may meet at any time; they show nothing of the protocol. */
const transientNames: readonly string[] = ['ConcurrentModificationException', 'ThrottlingException'];

/** An error without a reason that is asked again if something looks wrong, and is nothing to compare with. */
const unspecified = 'RequestFailedException';

export const cborGuarantees: Readonly<Record<CborGuaranteeName, Guarantee>> = {
  // WIRE-12: what is wrong with an answer in the protocol is the matter of the others.
  'answered-in-cbor': {
    text: 'A call in RPC v2 CBOR has the outcome of the same call in JSON.',
    judge(outcome) {
      const { answer } = withAnswer(outcome);
      const isInCbor = answer?.cbor !== undefined || answer?.headers['smithy-protocol'] === cborProtocolId;
      if (isTransient(outcome)) return silent;
      // Without a body there may be nothing that tells the protocol.
      const isEmpty = outcome.kind === 'success' && answer?.body === '';
      return keptIf(isInCbor || isEmpty, outcome, 'an answer in CBOR');
    },
  },
  'served-in-cbor': {
    text: 'The call has the outcome of the same call as a client makes it.',
    judge: (outcome) => (isTransient(outcome) ? silent : keptIf(isServed(outcome), outcome, 'a success in CBOR')),
  },
  'refused-by-client-error': {
    text: 'The request is refused with a 4xx status.',
    judge: (outcome) => (isTransient(outcome) ? silent : keptIf(isClientError(outcome), outcome, 'a 4xx status')),
  },
  'served-or-refused': {
    text: 'The request is served as a client makes it, or refused with a 4xx status.',
    judge(outcome, call) {
      if (isTransient(outcome)) return silent;
      const isForJson = call.kind === 'RawRequest' && call.input.cbor === undefined;
      const isKept = (isForJson ? outcome.kind === 'success' : isServed(outcome)) || isClientError(outcome);
      return keptIf(isKept, outcome, `a success in ${isForJson ? 'JSON' : 'CBOR'}`, 'a 4xx status');
    },
  },
  // WIRE-13
  'cbor-header': {
    text: 'A success has status 200, and each answer of an operation has Smithy-Protocol rpc-v2-cbor once.',
    judge(outcome) {
      const { answer } = withAnswer(outcome);
      if (answer === undefined || !(isSuccess(answer) || isModelledError(outcome))) return silent;
      const value = answer.headers['smithy-protocol'];
      const hasStatus = !isSuccess(answer) || answer.status === 200;
      const actual = `HTTP ${answer.status} with Smithy-Protocol ${value ?? 'missing'}`;
      if (hasStatus && value === cborProtocolId) return kept;
      return { kind: 'broken', expected: [`Smithy-Protocol ${cborProtocolId}`], actual };
    },
  },
  // WIRE-14: an answer without the member is left to GP-03.
  'cbor-policy-is-text': {
    text: 'GetPolicy answers with content type application/cbor and one map in which Policy is a text.',
    judge(outcome) {
      const { answer } = withAnswer(outcome);
      if (answer === undefined || !isSuccess(answer)) return silent;
      const members = answer.cbor === undefined ? undefined : membersOf(answer);
      if (members !== undefined && members['Policy'] === undefined) return silent;
      if (typeof members?.['Policy'] === 'string') return kept;
      return { kind: 'broken', expected: ['a CBOR map with a Policy that is a text'], actual: inFull(answer) };
    },
  },
  // WIRE-15
  'cbor-no-output': {
    text: 'A success has no output: no body, or an empty map.',
    judge(outcome) {
      const { answer } = withAnswer(outcome);
      if (answer === undefined || !isSuccess(answer)) return silent;
      const expected = ['an empty body', 'an empty CBOR map'];
      if (answer.cbor === undefined) {
        return answer.body === '' ? kept : { kind: 'broken', expected, actual: inFull(answer) };
      }
      const isEmpty = Object.keys(membersOf(answer) ?? { noMap: true }).length === 0;
      if (!isEmpty) return { kind: 'broken', expected, actual: inFull(answer) };
      return { kind: 'kept', note: `answered ${inFull(answer)}; no body and no content type are preferred` };
    },
  },
  // WIRE-20: which name it is, is the matter of EQV-04.
  'cbor-error': {
    text: 'A modelled error has status 400, content type application/cbor, and its name in __type.',
    judge(outcome) {
      const { answer } = withAnswer(outcome);
      if (answer === undefined || isSuccess(answer) || isTransient(outcome)) return silent;
      const isNamed = answer.cbor !== undefined && outcome.kind === 'service-error';
      // What is not in the model is judged by WIRE-22.
      if (outcome.kind === 'service-error' && !serviceErrors.includes(outcome.error)) return silent;
      if (isNamed && answer.status === 400) return kept;
      return {
        kind: 'broken',
        expected: ['HTTP 400 with a CBOR map that names the error in __type'],
        actual: inFull(answer),
      };
    },
  },
  // WIRE-21
  'cbor-shape-id': {
    text: 'The __type of a modelled error is its absolute shape id.',
    judge(outcome) {
      const { answer } = withAnswer(outcome);
      if (answer?.cbor === undefined || outcome.kind !== 'service-error' || !serviceErrors.includes(outcome.error)) {
        return silent;
      }
      const expected = `${shapeNamespace}#${outcome.error}`;
      const type = membersOf(answer)?.['__type'];
      return type === expected
        ? kept
        : { kind: 'broken', expected: [expected], actual: `__type ${JSON.stringify(type)}` };
    },
  },
  // WIRE-22
  'cbor-error-is-named': {
    text: 'Every error of an operation names itself in __type.',
    judge(outcome) {
      if (isTransient(outcome)) return silent;
      const { answer } = withAnswer(outcome);
      if (answer === undefined || answer.status < 400 || answer.status >= 500) return silent;
      // A modelled error is the matter of WIRE-20.
      if (outcome.kind === 'service-error') {
        if (serviceErrors.includes(outcome.error)) return silent;
        if (answer.cbor !== undefined) return kept;
      }
      return { kind: 'broken', expected: ['an error with a name in __type'], actual: inFull(answer) };
    },
  },
  // EQV: what is compared with the answer to the next step.
  'any-answer': {
    text: 'The call is answered.',
    judge: (outcome) => (isComparable(outcome) ? kept : silent),
  },
  // EQV: `judge.ts` compares with the answer before, which is not seen here.
  'same-as-before': {
    text: 'The same call has the same outcome in both protocols.',
    judge: () => silent,
  },
  // WIRE-32, WIRE-33: `judge.ts` compares with the answers before, which are not seen here.
  'one-of-the-answers-before': {
    text: 'Of two values, one is taken or neither.',
    judge: () => silent,
  },
  // AUTH-CB, of the request in JSON that is the control
  'refused-for-its-signature': {
    text: 'A request without a valid signature is refused.',
    judge(outcome) {
      if (isTransient(outcome)) return silent;
      if (outcome.kind === 'success') return { kind: 'absent', reason: 'the target does not verify signatures' };
      return isClientError(outcome) ? kept : silent;
    },
  },
  // AUTH-CB: `judge.ts` compares with the answer before, which is not seen here.
  'refused-as-before': {
    text: 'A request in CBOR without a valid signature is refused as it is in JSON.',
    judge: () => silent,
  },
  // WIRE-24
  'no-error-header': {
    text: 'An error in CBOR has no header x-amzn-errortype.',
    judge(outcome) {
      const { answer } = withAnswer(outcome);
      if (answer === undefined || answer.status < 400) return silent;
      const value = answer.headers['x-amzn-errortype'];
      return value === undefined
        ? kept
        : { kind: 'broken', expected: ['no header x-amzn-errortype'], actual: `x-amzn-errortype ${value}` };
    },
  },
};

/** Compares the answers to the same call in the two protocols: error name and status, or the policy text. */
export function compareAnswers(before: Outcome, outcome: Outcome, { kind }: ApiCall): Judgement {
  if (!isComparable(before) || isTransient(outcome) || isAboutCaller(outcome)) return silent;
  // What a write returns is the matter of WIRE-02 and WIRE-15.
  const wordsOf = (each: Outcome): string =>
    each.kind === 'success' && kind !== 'GetPolicy' ? 'a success' : comparable(each);
  const [expected, actual] = [wordsOf(before), wordsOf(outcome)];
  return expected === actual ? kept : { kind: 'broken', expected: [expected], actual };
}

/** Compares the refusal of a request in CBOR with that of the same request in JSON; it may have no name (WIRE-22). */
export function compareRefusals(before: Outcome, outcome: Outcome): Judgement {
  if (isTransient(outcome) || !isClientError(before)) return silent;
  const expected = comparable(before);
  if (outcome.kind === 'http-fault' && isClientError(outcome)) return { kind: 'kept', note: 'refused without a name' };
  return comparable(outcome) === expected
    ? kept
    : { kind: 'broken', expected: [expected], actual: comparable(outcome) };
}

/** Compares a policy with those that the reads before returned; a raw request may also be refused. */
export function compareWithAny(before: Iterable<Outcome>, outcome: Outcome, call: ApiCall): Judgement {
  if (isTransient(outcome) || isAboutCaller(outcome)) return silent;
  const known = [...before].filter((each) => policyTextOf(each) !== undefined).map(comparable);
  const mayBeRefused = call.kind === 'RawRequest';
  if (known.includes(comparable(outcome)) || (mayBeRefused && isClientError(outcome))) return kept;
  const expected = [...new Set(known), ...(mayBeRefused ? ['a 4xx status'] : [])];
  return { kind: 'broken', expected, actual: comparable(outcome) };
}

/** A success, or a refusal of the call: a fault of the service or of the credentials may be gone the next time. */
function isComparable(outcome: Outcome): boolean {
  if (outcome.kind === 'success') return true;
  if (outcome.kind !== 'service-error' || outcome.error === unspecified) return false;
  return isClientError(outcome) && !isTransient(outcome) && !isAboutCaller(outcome);
}

function isAboutCaller(outcome: Outcome): boolean {
  return outcome.kind === 'service-error' && callerErrors.includes(outcome.error);
}

function comparable(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'service-error':
      return `${outcome.error} (HTTP ${outcome.status})`;
    case 'success': {
      const policy = policyTextOf(outcome);
      return policy === undefined ? 'a success without a policy' : `a success with the policy ${policy}`;
    }
    default:
      return answerOf(outcome);
  }
}

function keptIf(condition: boolean, outcome: Outcome, ...expected: readonly string[]): Judgement {
  if (condition) return kept;
  const { answer } = withAnswer(outcome);
  return { kind: 'broken', expected, ...(answer === undefined ? {} : { actual: inFull(answer) }) };
}

function withAnswer(outcome: Outcome): { readonly answer?: HttpAnswer | undefined } {
  return 'answer' in outcome ? outcome : {};
}

function isSuccess({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}

/** A success in CBOR or without a body, and not a page or JSON. */
function isServed(outcome: Outcome): boolean {
  const { answer } = withAnswer(outcome);
  return outcome.kind === 'success' && (answer === undefined || answer.cbor !== undefined || answer.body === '');
}

function isClientError(outcome: Outcome): boolean {
  if (outcome.kind !== 'service-error' && outcome.kind !== 'http-fault') return false;
  return outcome.status !== undefined && outcome.status >= 400 && outcome.status < 500;
}

function isModelledError(outcome: Outcome): boolean {
  return outcome.kind === 'service-error' && serviceErrors.includes(outcome.error);
}

function isTransient(outcome: Outcome): boolean {
  return outcome.kind === 'service-error' && transientNames.includes(outcome.error);
}

/** Characters of a body that are shown. */
const maxBodyLength = 200;

function inFull({ status, headers, body, cbor }: HttpAnswer): string {
  const shown = cbor === undefined ? body : cbor.describe();
  if (shown === '') return `HTTP ${status} with an empty body`;
  const type = headers['content-type'] ?? 'no content type';
  return `HTTP ${status} with ${type}: ${shown.slice(0, maxBodyLength)}${shown.length > maxBodyLength ? '...' : ''}`;
}
