// Turns a failing case of a client into its part of the report: the calls, the scripted answers of the service,
// what the client sent and what it reported.

import { shellQuote } from '../text/shell-quote.js';
import { shortenedText } from '../text/shortened-text.js';
import type { CallReport, FailureReport } from '../files/report.js';
import type { SdkAction, SdkObservation } from '../api/sdk-case.js';
import { describeCallAnswer, describeReply, describeRequest } from './describe-call.js';
import type { FailingCase, SdkPlan } from './sdk-check.js';
import { guaranteeOf, type SdkCheck } from './sdk-check.js';

/** Actions, and requests, that are shown of a long case. */
const maxShown = 6;

/** Longer answers in a signature, which is one line, are cut. */
const maxSignatureLength = 120;

export function describeSdkFailure(check: SdkCheck, failing: FailingCase, plan: SdkPlan): FailureReport {
  const { inputClass, observation, finding } = failing;
  return {
    signature: `${inputClass}: ${shortenedText(finding.actual, maxSignatureLength)}`,
    inputClass,
    guarantee: guaranteeOf(check),
    program: observation.case.actions
      .slice(0, maxShown)
      .map((action, index) => describeAction(action, observation, index)),
    expected: [...finding.expected],
    actual: finding.actual,
    differences: [...finding.differences, ...scriptLines(observation), ...requestLines(observation)],
    control: null,
    history: null,
    replay: [
      'npx pca-conformance sdk',
      ...(plan.driver === undefined ? [] : ['--driver', shellQuote(plan.driver)]),
      '--filter',
      shellQuote(check.id),
      ...(plan.protocols.length === 1 ? [] : ['--protocol', observation.protocol]),
      '--seed',
      String(plan.seed),
    ].join(' '),
    aws: 'none: the service of this case is scripted',
    curl: null,
  };
}

function describeAction(action: SdkAction, { answers, crash }: SdkObservation, index: number): CallReport {
  const answer = answers[index];
  const unmade = index === answers.length ? `the end of the process: ${crash?.ending}` : 'no call, after that';
  const ending = crash === undefined ? 'none' : unmade;
  const described = { role: 'subject', answer: answer === undefined ? ending : describeCallAnswer(answer) } as const;
  if (action.kind === 'endpoint') return { ...described, operation: 'endpoint', input: { ...action.question } };
  const { kind: _kind, operation, input, credentials, ...options } = action;
  const said = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  // The secret of a case is not a real one, but would look like one.
  const session = credentials?.sessionToken === undefined ? {} : { sessionToken: credentials.sessionToken };
  return { ...described, operation, input: { ...input, ...said, ...session } };
}

function scriptLines({ case: { script, environment, tls }, protocol }: SdkObservation): readonly string[] {
  const variables = Object.entries(environment ?? {}).map(([name, value]) => `${name}=${value}`);
  return [
    ...(variables.length === 0 ? [] : [`in the environment of the driver: ${variables.join(' ')}`]),
    ...(tls === undefined ? [] : [`the service speaks HTTPS, with a certificate that is ${tls}`]),
    ...script
      .slice(0, maxShown)
      .map((reply, index) => `scripted answer ${index + 1}: ${describeReply(reply, protocol)}`),
  ];
}

function requestLines({ requests }: SdkObservation): readonly string[] {
  if (requests.length === 0) return ['the client sent no request'];
  const lines = requests
    .slice(0, maxShown)
    .map((request, index) => `request ${index + 1}: ${describeRequest(request)}`);
  return requests.length <= maxShown ? lines : [...lines, `... and ${requests.length - maxShown} more requests`];
}
