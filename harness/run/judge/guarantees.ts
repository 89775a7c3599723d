// The guarantees that a single answer can be judged by, one predicate each; only the guarantee can fail.

import type { AccessGuaranteeName, GuaranteeName } from '../../api/case.js';
import { membersOf, type HttpAnswer } from '../../api/http-answer.js';
import { isPolicyOperation } from '../../api/operation.js';
import type { Outcome } from '../../api/outcome.js';
import type { ApiCall } from '../../api/raw-request.js';
import { newestModelRevision, serviceErrors, serviceModels } from '../../api/service-model.js';
import type { Guarantee, Judgement } from './guarantee.js';
import { accessGuarantees } from './access-guarantees.js';
import { cborGuarantees } from './cbor-guarantees.js';
import { transientErrors } from './transient-errors.js';
import { isNamedInCodeAlone } from '../../targets/read-answer.js';

const silent: Judgement = { kind: 'silent' };
const kept: Judgement = { kind: 'kept' };

export const guarantees: Readonly<Record<Exclude<GuaranteeName, AccessGuaranteeName>, Guarantee>> = {
  // WIRE-08
  'status-400': {
    text: 'A modelled error has HTTP status 400.',
    judge(outcome, call) {
      if (outcome.kind !== 'service-error' || !declaredErrors(call).includes(outcome.error)) return silent;
      return keptIf(outcome.status === 400, `${outcome.error} (HTTP 400)`);
    },
  },
  // PP-03, GP-06, DP-05: common errors of all services are not part of the model, and are not judged.
  'declared-error': {
    text: 'Of the errors of the service, an operation gives only those that are declared for it.',
    judge(outcome, call) {
      if (outcome.kind !== 'service-error' || !serviceErrors.includes(outcome.error)) return silent;
      return keptIf(declaredErrors(call).includes(outcome.error), ...declaredErrors(call));
    },
  },
  // WIRE-02, WIRE-04
  'no-output': {
    text: 'A success has status 200 and no output.',
    judge(outcome) {
      const answer = successAnswer(outcome);
      if (answer === undefined) return silent;
      const isEmpty = answer.status === 200 && Object.keys(membersOf(answer) ?? { noObject: true }).length === 0;
      if (!isEmpty) {
        return {
          kind: 'broken',
          expected: ['HTTP 200 with an empty body', 'HTTP 200 with {}'],
          actual: inFull(answer),
        };
      }
      return answer.body === '' ? kept : { kind: 'kept', note: 'answered {}; an empty body is preferred' };
    },
  },
  // WIRE-03: the model does not require the member, so an answer without one is left to GP-03.
  'policy-is-string': {
    text: 'GetPolicy answers with status 200 and, as Policy, a JSON string.',
    judge(outcome) {
      const answer = successAnswer(outcome);
      const members = answer === undefined ? undefined : membersOf(answer);
      if (answer === undefined || (members !== undefined && members['Policy'] === undefined)) return silent;
      const isString = answer.status === 200 && typeof members?.['Policy'] === 'string';
      return isString
        ? kept
        : { kind: 'broken', expected: ['HTTP 200 with a Policy that is a string'], actual: inFull(answer) };
    },
  },
  // WIRE-07: the text itself is never judged, and neither is its absence.
  'message-is-string': {
    text: 'The message of a modelled error, where there is one, is a string.',
    judge(outcome) {
      if (outcome.kind !== 'service-error' || !serviceErrors.includes(outcome.error)) return silent;
      const members = outcome.answer === undefined ? undefined : membersOf(outcome.answer);
      const message = members?.['message'] ?? undefined;
      if (message !== undefined) {
        const actual = `${outcome.error} with the message ${JSON.stringify(message)}`;
        return typeof message === 'string'
          ? kept
          : { kind: 'broken', expected: ['a message that is a string'], actual };
      }
      return members?.['Message'] === undefined
        ? kept
        : { kind: 'kept', note: 'spelt the member Message; message is documented' };
    },
  },
  // WIRE-11
  'error-is-named': {
    text: 'Every error names its type in the header x-amzn-errortype, or in __type or code of the body.',
    judge(outcome) {
      if (outcome.kind === 'service-error') {
        const isOther = outcome.answer !== undefined && isNamedInCodeAlone(outcome.answer);
        return isOther ? { kind: 'kept', note: 'named the error in code alone; __type is recommended' } : kept;
      }
      const isError = outcome.kind === 'http-fault' && (outcome.status ?? 0) >= 400;
      return isError ? { kind: 'broken', expected: ['an error with a name'] } : silent;
    },
  },
  // WIRE-10
  'named-client-error': {
    text: 'What is no request of the API is refused with a 4xx status and a named error.',
    judge: (outcome) =>
      isTransient(outcome) ? silent : keptIf(isNamedClientError(outcome), 'an error with a name and a 4xx status'),
  },
  // WIRE-10, of unknown members
  accepted: {
    text: 'A request is accepted although it has a member that the operation does not know.',
    judge: (outcome) => (isTransient(outcome) ? silent : keptIf(outcome.kind === 'success', 'Success')),
  },
  // WIRE-11, of requests about which nothing is documented
  'answer-in-protocol': {
    text: 'Every request is answered in the protocol: with a success, or with a 4xx status and a named error.',
    judge: (outcome) =>
      keptIf(
        outcome.kind === 'success' || isNamedClientError(outcome),
        'Success',
        'an error with a name and a 4xx status',
      ),
  },
  ...accessGuarantees,
  ...cborGuarantees,
};

/** What a transient refusal means; undefined for every other answer. */
export function transientReason(outcome: Outcome): string | undefined {
  return outcome.kind === 'service-error' ? transientErrors.get(outcome.error) : undefined;
}

function isTransient(outcome: Outcome): boolean {
  return transientReason(outcome) !== undefined;
}

function keptIf(condition: boolean, ...expected: readonly string[]): Judgement {
  return condition ? kept : { kind: 'broken', expected };
}

function isNamedClientError(outcome: Outcome): boolean {
  return outcome.kind === 'service-error' && outcome.status >= 400 && outcome.status < 500;
}

/** The errors that the model declares for the operation called. */
function declaredErrors(call: ApiCall): readonly string[] {
  const isKnown = call.kind !== 'RawRequest' && isPolicyOperation(call);
  return isKnown ? serviceModels[newestModelRevision].errors[call.kind] : [];
}

/** The answer to a success, whether or not its body follows the protocol. */
function successAnswer(outcome: Outcome): HttpAnswer | undefined {
  if (outcome.kind !== 'success' && outcome.kind !== 'http-fault') return undefined;
  const { answer } = outcome;
  return answer !== undefined && answer.status >= 200 && answer.status < 300 ? answer : undefined;
}

/** Longer bodies are cut. */
const shownBody = 200;

function inFull({ status, body }: HttpAnswer): string {
  if (body === '') return `HTTP ${status} with an empty body`;
  return `HTTP ${status} with the body ${body.slice(0, shownBody)}${body.length > shownBody ? '...' : ''}`;
}
