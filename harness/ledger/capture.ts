// Captures the answers of a service to the cases of a corpus, in a form that does not depend on the owner of the CAs.

import type { RecordedAnswer } from '../files/ledger-file.js';
import { withNames } from '../api/authority-names.js';
import type { Case } from '../api/case.js';
import { answerOf, policyTextOf, type Outcome } from '../api/outcome.js';
import { policiesAreEquivalent } from '../model/policy/policy-equivalence.js';
import { createControls } from '../run/cases/controls.js';
import { runCase } from '../run/cases/run-case.js';
import type { CaseContext, CaseRun } from '../run/cases/case-run.js';

/** Longer texts than any error message has are cut: a read of this length that differs from what was put would fill the file. */
const maxTextLength = 4_000;

/** Runs the case on its own: results of controls in other cases are ignored. */
export async function captureRun(context: CaseContext, subject: Case): Promise<CaseRun> {
  return runCase({ ...context, controls: createControls(), runCase: undefined }, subject);
}

/** Why a run says nothing about the answers of the service; undefined if it does. */
export function reasonForNothing({ result, trace }: CaseRun): string | undefined {
  if (result.kind === 'undecided') return result.reason;
  // The judged calls were answered, whatever the answers show about the requirement.
  const isAnswered = trace.at(-1)?.role === 'subject' && trace.at(-1)?.outcome.kind !== 'not-implemented';
  if (result.kind === 'not-implemented' && !isAnswered) return result.reason;
  return trace.length === 0 ? 'no call was made' : undefined;
}

/** The answers of a run, by step. */
export function answersOf({ trace, arns }: Pick<CaseRun, 'trace' | 'arns'>): readonly RecordedAnswer[] {
  return trace.map(({ operation, outcome }, index) => {
    const text = operation.kind === 'GetPolicy' ? policyTextOf(outcome) : undefined;
    const puts = trace.slice(0, index).map((step) => step.operation);
    return {
      answer: answerOf(outcome),
      status: outcome.kind === 'service-error' ? outcome.status : null,
      ...messageOf(outcome, arns),
      ...(text === undefined ? {} : { returned: returnedOf(text, puts, arns) }),
    };
  });
}

function messageOf(outcome: Outcome, arns: readonly string[]): { readonly message?: string } {
  if (outcome.kind !== 'service-error' || outcome.message === undefined || outcome.message === '') return {};
  return { message: withTokens(outcome.message, arns).slice(0, maxTextLength) };
}

/** The latest put that a read is equivalent to: repeated puts of the same policy are not distinguished. */
function returnedOf(
  text: string,
  puts: readonly CaseRun['trace'][number]['operation'][],
  arns: readonly string[],
): NonNullable<RecordedAnswer['returned']> {
  const policies = puts.map((call) => (call.kind === 'PutPolicy' ? call.input.Policy : undefined));
  const put = policies.findLastIndex((policy) => policy !== undefined && policiesAreEquivalent(policy, text));
  const isExact = put >= 0 && policies[put] === text;
  return {
    put: put < 0 ? null : put,
    isExact,
    ...(isExact ? {} : { text: withTokens(text, arns).slice(0, maxTextLength) }),
  };
}

/** With the tokens that the input of a case has for CAs. */
function withTokens(text: string, arns: readonly string[]): string {
  return withNames(text, arns, (index) => ({ arn: `{{ca${index}.arn}}`, account: `{{ca${index}.account}}` }));
}
