// Turns a failure that was found into its part of the report: the program, the answers, and the lines to repeat it.

import type { CaseFile } from '../api/case-file.js';
import type { Operation } from '../api/operation.js';
import { answerOf } from '../api/outcome.js';
import type { CallReport, FailureReport } from '../api/report.js';
import type { Target } from '../api/target.js';
import type { Check } from './check.js';
import { describeAnswer } from './judge.js';
import type { FailureFound } from './run-check.js';
import { awsCommand, curlCommand, shellQuote } from './shell-commands.js';

export interface FailureFiles {
  /** Where the case is saved, as the user writes it. */
  readonly casePath: string;
  readonly policyPath: string;
}

/** The name of the files of a failure: the check and the class of input, without anything odd for a file system. */
export function failureFileName(check: Check, { stratum }: FailureFound): string {
  return `${check.id}.${stratum}`.replaceAll(/[^A-Za-z0-9._-]+/g, '-');
}

export function describeFailure(
  found: FailureFound,
  target: Pick<Target, 'name' | 'region' | 'endpointUrl'>,
  files: FailureFiles,
): FailureReport {
  const { failing, run, stratum, control } = found;
  if (run.result.kind !== 'violated') throw new Error(`The case of ${stratum} does not fail.`);
  const { violation, at } = run.result;
  const last = run.trace[at];
  if (last === undefined) throw new Error(`The failing call of ${stratum} was not recorded.`);
  return {
    signature: `${stratum}: ${last.outcome.kind === 'success' ? violation.guarantee : answerOf(last.outcome)}`,
    stratum,
    guarantee: violation.guarantee,
    program: run.trace.map((step, index) => describeCall(step, failing.steps[index]?.operation)),
    expected: [...violation.expected],
    actual: violation.actual,
    differences: [...violation.differences],
    control:
      control === undefined
        ? null
        : { operation: control.kind, input: { ...control.input }, edit: failing.edit ?? 'the call as it is accepted' },
    replay: `npx pca-conformance replay ${shellQuote(files.casePath)} --target ${shellQuote(target.name)}`,
    aws: awsCommand({ operation: last.operation, arns: run.arns, target, policyPath: files.policyPath }),
    curl: curlCommand({ operation: last.operation, arns: run.arns, target, policyPath: files.policyPath }),
  };
}

/** The saved form of a failure; `replay` reads it. */
export function caseFileOf(check: Check, found: FailureFound, report: FailureReport): CaseFile {
  return {
    schema: 'pca-conformance/case/1',
    check: check.id,
    requirement: check.requirement,
    guarantee: report.guarantee,
    expected: report.expected,
    actual: report.actual,
    case: found.failing,
  };
}

function describeCall(step: FailureFound['run']['trace'][number], generated: Operation | undefined): CallReport {
  const { kind, input } = generated ?? step.operation;
  return { role: step.role, operation: kind, input: { ...input }, answer: describeAnswer(step.outcome) };
}
