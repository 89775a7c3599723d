// Turns a failure into its part of the report: the program, the answers, and the commands to repeat it.

import { withNames } from '../api/authority-names.js';
import type { CaseFile } from '../files/case-file.js';
import type { HttpExchange } from '../files/exchange.js';
import { isAccessGuarantee, type Step } from '../api/case.js';
import { policyTextOf, type Outcome } from '../api/outcome.js';
import type { ApiCall } from '../api/raw-request.js';
import type { CallReport, FailureReport } from '../files/report.js';
import { shortenedText } from '../text/shortened-text.js';
import type { Target } from '../api/target.js';
import type { Check } from '../run/cases/check.js';
import type { Violation } from '../run/judge/belief.js';
import { describeAnswer } from '../run/judge/answer-words.js';
import type { FailureFound } from '../run/cases/input-class-progress.js';
import { judgingOptions } from '../run/options/judging-options.js';
import { parseGroup, replayWords } from '../run/options/option-table.js';
import { principalOptions } from '../run/options/principal-options.js';
import { connectionOptions } from '../run/options/target-options.js';
import { defaults, judgingOf, type RunConfig } from '../run/session/run-config.js';
import { targetWords } from '../run/session/target-choice.js';
import { awsCommand, curlCommand } from './shell-commands.js';
import { shellQuote } from '../text/shell-quote.js';
import { signatureOf } from '../run/cases/signature.js';

/** Longer policies in answers are cut; the longest that may be stored has 81,920 characters. */
const maxReturnedLength = 100_000;

/** Longer bodies in the exchange of a failure are cut. */
const maxBodyLength = 4_000;

export interface FailureSurroundings {
  /** Where the case is saved, as the user writes it. */
  readonly casePath: string;
  readonly policyPath: string;
  /** The id of the check that fails. */
  readonly check: string;
  /** The exchange of an answer, if it is to be shown. */
  readonly exchangeOf?: ((outcome: Outcome) => HttpExchange | undefined) | undefined;
}

/** The file name of a failure: the check and the input class, with safe characters only. */
export function failureFileName(check: Check, { inputClass }: FailureFound): string {
  return `${check.id}.${inputClass}`.replaceAll(/[^A-Za-z0-9._-]+/g, '-');
}

export function describeFailure(
  found: FailureFound,
  target: Pick<Target, 'name' | 'region' | 'endpointUrl'>,
  config: RunConfig,
  files: FailureSurroundings,
): FailureReport {
  const { failing, run, inputClass, control } = found;
  if (run.result.kind !== 'violated') throw new Error(`The case of ${inputClass} does not fail.`);
  const { violation, at } = run.result;
  const last = run.trace[at];
  if (last === undefined) throw new Error(`The failing call of ${inputClass} was not recorded.`);
  const { operation, protocol } = last;
  const call = { operation, protocol, arns: run.arns, target, policyPath: files.policyPath };
  return {
    signature: signatureOf(inputClass, run) ?? '',
    inputClass,
    guarantee: violation.guarantee,
    program: run.trace.map((step, index) =>
      describeCall(step, step.generated ?? failing.steps[index]?.operation, run.arns, files.exchangeOf?.(step.outcome)),
    ),
    expected: [...violation.expected],
    actual: violation.actual,
    differences: [...violation.differences],
    control:
      control === undefined || isAboutDecision(failing.steps[at])
        ? null
        : { operation: control.kind, input: { ...control.input }, edit: failing.edit ?? 'the call as it is accepted' },
    history: historyOf(violation),
    replay: config.live === undefined ? replayCommand(files.casePath, config) : liveCommand(files.check, config),
    aws: awsCommand(call),
    curl: curlCommand(call),
  };
}

/** The positive control of a decision is another call of the case. */
function isAboutDecision(step: Step | undefined): boolean {
  return step?.guarantee !== undefined && isAccessGuarantee(step.guarantee);
}

function historyOf({ history }: Violation): FailureReport['history'] {
  return history === undefined ? null : { ...history, calls: history.calls.map((call) => ({ ...call })) };
}

/** The options that repeat each choice of the run that its target needs and that is not a default of `replay`. */
export function replayCommand(casePath: string, { target, judging }: Pick<RunConfig, 'target' | 'judging'>): string {
  const otherwise = { ...defaults.target, principals: [], ...judgingOf(parseGroup(judgingOptions, {}), target.choice) };
  return [
    'npx pca-conformance replay',
    shellQuote(casePath),
    ...targetWords(target.choice).map((word) => shellQuote(word)),
    ...replayWords(
      [connectionOptions, principalOptions, judgingOptions],
      { principals: [], ...target, ...judging },
      otherwise,
    ),
  ].join(' ');
}

/**
 * On live AWS a case is only sent behind the guards of a run, which tries the cases saved in its folder first. The account
 * is not written anywhere.
 */
function liveCommand(check: string, { target, selection, judging, output, live }: RunConfig): string {
  const { region } = target;
  const { granteeAccount, organization } = judging;
  const authorities = live?.createsAuthorities === true ? ['--create-ca'] : ['--ca-arn', '"$CA_ARN"'];
  const where = [...targetWords(target.choice), '--region', region, '--allow-region', region];
  const what = [
    '--profile',
    selection.profile,
    '--seed',
    String(selection.seed),
    '--filter',
    shellQuote(check),
    '--out',
    shellQuote(output.outDir),
  ];
  const grantees = [
    ...(granteeAccount === undefined ? [] : ['--grantee-account', '"$GRANTEE_ACCOUNT_ID"']),
    ...(organization === undefined ? [] : ['--organization', '"$ORGANIZATION_ID"']),
  ];
  const account = ['--allow-account', '"$ACCOUNT_ID"'];
  return ['npx pca-conformance run', ...where, ...account, ...authorities, ...grantees, ...what].join(' ');
}

/** The saved form of a failure; `replay` reads it. */
export function caseFileOf(
  { id, requirement }: Pick<Check, 'id' | 'requirement'>,
  { failing }: Pick<FailureFound, 'failing'>,
  { guarantee, expected, actual }: Pick<Violation, 'guarantee' | 'expected' | 'actual'>,
): CaseFile {
  return {
    schema: 'pca-conformance/case/1',
    check: id,
    requirement,
    guarantee,
    expected: [...expected],
    actual,
    case: failing,
  };
}

function describeCall(
  { role, as, operation, protocol, outcome }: FailureFound['run']['trace'][number],
  generated: ApiCall | undefined,
  arns: readonly string[],
  exchange: HttpExchange | undefined,
): CallReport {
  const { kind, input } = generated ?? operation;
  const policy = policyTextOf(outcome);
  return {
    role,
    operation: kind,
    ...(protocol === undefined ? {} : { protocol }),
    ...(as === undefined ? {} : { as }),
    input: withShortBytes(input),
    answer: describeAnswer(outcome),
    ...(policy === undefined ? {} : { returned: withTokens(policy, arns).slice(0, maxReturnedLength) }),
    ...(exchange === undefined ? {} : { exchange: withShortBodies(exchange) }),
  };
}

/** Bytes, such as a certificate signing request, by their length; the file of the case has them. */
function withShortBytes(input: ApiCall['input']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]: [string, unknown]) => [
      name,
      value instanceof Uint8Array ? `${value.length} bytes` : value,
    ]),
  );
}

/** The whole bodies are in the file of all exchanges. */
function withShortBodies({ request, answer, ...rest }: HttpExchange): HttpExchange {
  return {
    ...rest,
    ...(request === undefined ? {} : { request: { ...request, body: shortenedText(request.body, maxBodyLength) } }),
    ...(answer === undefined ? {} : { answer: { ...answer, body: shortenedText(answer.body, maxBodyLength) } }),
  };
}

/** With the tokens that the input of a case has for CAs, so that the two can be compared. */
function withTokens(text: string, arns: readonly string[]): string {
  return withNames(text, arns, (index) => ({ arn: `{{ca${index}.arn}}` }));
}
