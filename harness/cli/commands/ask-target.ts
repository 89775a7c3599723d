// Sends the target of `doctor` one plain HTTP request: does anything answer, with which certificate, at what time?

import { readFileSync } from 'node:fs';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { exitCodes } from '../../results/exit-code.js';
import type { TargetConfig } from '../../run/session/run-config.js';
import { targetName, urlOf } from '../../run/session/target-choice.js';
import { errorMessage } from '../output/failure.js';

/** What was examined, and the result; a problem has its fix and the exit code that a run would end with. */
export type Diagnosis =
  | { readonly kind: 'ok'; readonly name: string; readonly message: string }
  | {
      readonly kind: 'problem';
      readonly name: string;
      readonly message: string;
      readonly fix: string;
      readonly exitCode: number;
    };

/**
 * A signature holds for five minutes around the time of the service.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html
 */
const maxSkewMs = 5 * 60_000;

export async function askTarget(
  { choice, hostedUrl, caFile }: TargetConfig,
  timeoutMs: number,
): Promise<readonly Diagnosis[]> {
  const target = targetName(choice);
  if (choice.kind === 'module') return [{ kind: 'ok', name: 'target', message: `${target} is created by a module` }];
  const url = hostedUrl ?? urlOf(choice);
  if (url === undefined) return [{ kind: 'ok', name: 'target', message: `${target} is part of this package` }];
  const isSecure = url.startsWith('https:');
  try {
    const { statusCode, headers } = await ask(url, { caFile, timeoutMs });
    return [
      { kind: 'ok', name: 'target', message: `${target} answers, with status ${statusCode}` },
      ...(isSecure ? [{ kind: 'ok', name: 'TLS', message: 'the certificate is trusted' } as const] : []),
      checkClock(headers.date, Date.now()),
    ];
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const message = `${target}: ${errorMessage(error)}${code === '' ? '' : ` (${code})`}`;
    const name = isSecure && !isAboutReaching(code) ? 'TLS' : 'target';
    return [{ kind: 'problem', name, message, fix: fixFor(code), exitCode: exitCodes.inconclusive }];
  }
}

/** Sends this request only; a redirection counts as an answer and is not followed. */
function ask(
  url: string,
  { caFile, timeoutMs }: { readonly caFile: string | undefined; readonly timeoutMs: number },
): Promise<Pick<IncomingMessage, 'statusCode' | 'headers'>> {
  return new Promise((resolve, reject) => {
    const options = { method: 'GET', signal: AbortSignal.timeout(timeoutMs), agent: false as const };
    const listen = (answer: IncomingMessage): void => {
      answer.destroy();
      resolve(answer);
    };
    const request = url.startsWith('https:')
      ? requestHttps(url, { ...options, ...(caFile === undefined ? {} : { ca: readFileSync(caFile) }) }, listen)
      : requestHttp(url, options, listen);
    request.on('error', reject);
    request.end();
  });
}

function checkClock(date: string | undefined, nowMs: number): Diagnosis {
  const name = 'clock';
  const theirsMs = Date.parse(date ?? '');
  if (Number.isNaN(theirsMs)) return { kind: 'ok', name, message: 'the target does not say what time it has' };
  const skewMs = Math.abs(theirsMs - nowMs);
  const message = `${Math.round(skewMs / 1_000)} s apart from that of the target`;
  if (skewMs <= maxSkewMs) return { kind: 'ok', name, message };
  const fix = 'set the clocks: a signature holds for five minutes';
  return { kind: 'problem', name, message, fix, exitCode: exitCodes.usage };
}

/** Error codes of Node.js for a host that cannot be reached, or on which nothing listens. */
function isAboutReaching(code: string): boolean {
  return /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|ABORT_ERR|23$)/.test(code);
}

function fixFor(code: string): string {
  if (code === 'ECONNREFUSED') return 'start the target, or give the port on which it listens';
  if (/^(ENOTFOUND|EAI_)/.test(code)) return 'give the name of a host that can be found';
  if (/SELF_SIGNED|UNABLE_TO_(VERIFY|GET)/.test(code)) return 'give the authority of its certificate with --ca-file';
  if (code === 'CERT_HAS_EXPIRED') return 'renew the certificate of the target';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'use the host name that the certificate has';
  if (code === 'EPROTO' || /SSL/.test(code)) return 'it may not speak TLS: give the address with http://';
  if (isAboutReaching(code)) return 'see whether the target is up, and give it more time with --call-timeout';
  return 'see what listens there: it does not answer in HTTP';
}
