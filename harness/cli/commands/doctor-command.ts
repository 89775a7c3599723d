// `doctor`: finds out what would keep a run from succeeding, and how to fix it. Requests are sent to the target only.

import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Protocol } from '../../api/protocol.js';
import { listsCbor } from '../../api/service-model.js';
import { jsonAloneNotice } from '../../catalogue/current-clients.js';
import { acceptedPolicy } from '../../../generators/policy-templates.js';
import { remainingLine } from '../output/show-report.js';
import { terminalText } from '../../../reports/text/terminal-text.js';
import { shellQuote } from '../../text/shell-quote.js';
import { systemClock } from '../../run/session/clock.js';
import { exitCodes } from '../../results/exit-code.js';
import type { Judging, TargetConfig } from '../../run/session/run-config.js';
import { targetName } from '../../run/session/target-choice.js';
import { createSession } from '../../run/session/session.js';
import { isReasonToStop } from '../../run/session/reason-to-stop.js';
import type { PrincipalAccesses } from '../../targets/principal-access.js';
import { askTarget, type Diagnosis } from './ask-target.js';
import { errorMessage } from '../output/failure.js';
import { hostTarget, type HostedTarget } from '../live/hosted-target.js';
import { outputOptions } from '../../run/options/output-options.js';
import type { GivenOptions } from '../options/given-options.js';
import { readJudging, readTarget } from '../options/read-target.js';
import type { Terminal } from '../output/terminal.js';

/** The oldest Node.js that the package runs on. */
const oldestNode = [20, 19] as const;

/** Resolves with the exit code: 0 if all is well, 4 if the target cannot be judged, else 2. */
export async function doctorCommand(given: GivenOptions, terminal: Terminal): Promise<number> {
  // A host that is not allowed is refused here, before anything is sent.
  const asked = readTarget(given, terminal);
  const judging = readJudging(given, asked.choice);
  const diagnoses: Diagnosis[] = [
    checkNode(process.versions.node),
    checkFolder(given.of(outputOptions).outDir),
    checkCredentials(asked),
  ];
  for (const diagnosis of diagnoses) show(diagnosis, terminal);
  const add = (diagnosis: Diagnosis): void => {
    diagnoses.push(diagnosis);
    show(diagnosis, terminal);
  };
  const { target, open, close } = await hostTarget(asked, judging);
  if (target.accesses !== undefined) add(describePrincipals(target.accesses));
  try {
    const answers = await askTarget(target, judging.callTimeoutMs);
    for (const diagnosis of answers) add(diagnosis);
    if (answers.every(({ kind }) => kind === 'ok'))
      for (const diagnosis of await probe(open, judging, terminal)) add(diagnosis);
  } finally {
    await close();
  }
  const problems = diagnoses.flatMap((diagnosis) => (diagnosis.kind === 'problem' ? [diagnosis.exitCode] : []));
  if (problems.length === 0) {
    const { choice } = asked;
    const options = choice.kind === 'builtin' ? '' : ` --target ${terminalText(shellQuote(targetName(choice)))}`;
    terminal.stdout.write(`\nAll is well. Next: "npx pca-conformance run${options}".\n`);
  }
  return problems.length === 0 ? exitCodes.conforms : Math.min(...problems);
}

function checkNode(version: string): Diagnosis {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  const message = `${version}, and ${oldestNode.join('.')} or newer is needed`;
  if (isEnough) return { kind: 'ok', name: 'Node.js', message };
  return { kind: 'problem', name: 'Node.js', message, fix: 'install a newer Node.js', exitCode: exitCodes.usage };
}

function checkFolder(out: string): Diagnosis {
  const name = 'output folder';
  try {
    mkdirSync(out, { recursive: true });
    accessSync(out, constants.W_OK);
    const path = join(out, `.doctor-${process.pid}`);
    writeFileSync(path, '');
    rmSync(path);
    return { kind: 'ok', name, message: `${out} can be written` };
  } catch (error) {
    const fix = 'give another one with --out';
    return { kind: 'problem', name, message: `${out}: ${errorMessage(error)}`, fix, exitCode: exitCodes.usage };
  }
}

/** Checks the form only: which characters the credential of a signature may have; slash and comma separate its parts. */
function checkCredentials({ accessKey, secretKey }: TargetConfig): Diagnosis {
  const name = 'credentials';
  const wrong = [
    ...(/^[\x21-\x7e]+$/.test(accessKey) && !/[/,=]/.test(accessKey) ? [] : ['the access key']),
    ...(/^[\x21-\x7e]+$/.test(secretKey) ? [] : ['the secret key']),
  ];
  if (wrong.length === 0) return { kind: 'ok', name, message: `access key ${accessKey}, and a secret key` };
  const message = `${wrong.join(' and ')} has characters that no signature can carry, or none at all`;
  const fix = 'give --access-key and --secret-key without spaces and line ends';
  return { kind: 'problem', name, message, fix, exitCode: exitCodes.usage };
}

/** Who calls the target, and why principals of other accounts cannot. */
function describePrincipals({ accesses, fault }: PrincipalAccesses): Diagnosis {
  const named = Object.entries(accesses).map(
    ([name, { facts }]) => `${name} in ${facts?.account ?? 'an unknown account'}`,
  );
  const message = [...(named.length === 0 ? [] : [named.join(', ')]), ...(fault === undefined ? [] : [fault])].join(
    '; ',
  );
  return { kind: 'ok', name: 'principals', message };
}

async function probe(
  open: HostedTarget['open'],
  judging: Judging,
  { stderr }: Terminal,
): Promise<readonly Diagnosis[]> {
  const session = createSession({
    config: { judging },
    target: await open(),
    runId: `pca-doctor-${process.pid}-${Math.round(performance.timeOrigin)}`,
    acceptedPolicy,
    clock: systemClock,
    onEvent: () => {},
  });
  const diagnoses: Diagnosis[] = [];
  try {
    const { capabilities, usableStatus, protocols } = await session.probe();
    const names = Object.entries(capabilities).map(([name, { available }]) => `${name} ${available ? 'yes' : 'no'}`);
    const message = `${names.join(', ')}; CAs are used in state ${usableStatus}`;
    diagnoses.push({ kind: 'ok', name: 'capabilities', message });
    if (session.target.offers.includes('cbor')) diagnoses.push(protocolsOf(protocols, judging));
  } catch (error) {
    if (!isReasonToStop(error)) throw error;
    diagnoses.push(
      problem(`no CA could be created: ${error.message}`, 'the target has to answer CreateCertificateAuthority'),
    );
  }
  const leftovers = await session.close();
  stderr.write(remainingLine(session.pool.remainingCount()));
  for (const { arn, reason } of leftovers) diagnoses.push(problem(`left over: ${arn}: ${reason}`, 'remove it by hand'));
  return diagnoses;
}

/** That a target answers JSON alone is judged by a run, and keeps none from being made. */
function protocolsOf(protocols: readonly Protocol[], { protocol, modelRevision }: Judging): Diagnosis {
  const answered = protocols.map((each) => each.toUpperCase()).join(' and ');
  const isAsked = protocol !== 'json' && listsCbor(modelRevision);
  const remark = isAsked && !protocols.includes('cbor') ? ` alone: ${jsonAloneNotice}` : '';
  return { kind: 'ok', name: 'protocols', message: `${answered}${remark}` };
}

function problem(message: string, fix: string): Diagnosis {
  return { kind: 'problem', name: 'capabilities', message, fix, exitCode: exitCodes.inconclusive };
}

/** The target may send any text. */
function show(diagnosis: Diagnosis, { stdout }: Terminal): void {
  const line = `${diagnosis.kind.padEnd(7)}  ${diagnosis.name}: ${diagnosis.message}`;
  stdout.write(`${terminalText(line, 1_000)}\n`);
  if (diagnosis.kind === 'problem') stdout.write(`         fix: ${terminalText(diagnosis.fix, 1_000)}\n`);
}
