// Command lines that repeat one call, for a user to paste into a shell.

import { bodyBytesOf } from '../api/body-bytes.js';
import { isPolicyOperation } from '../api/operation.js';
import type { Protocol } from '../api/protocol.js';
import { shellQuote } from '../text/shell-quote.js';
import { cborRequestOf, requestOf, type ApiCall, type RawRequest } from '../api/raw-request.js';
import type { Target } from '../api/target.js';

export interface RepeatableCall {
  readonly operation: ApiCall;
  /** JSON unless stated. */
  readonly protocol?: Protocol | undefined;
  /** The CAs of the case; the first one is written as "$CA_ARN". */
  readonly arns: readonly string[];
  readonly target: Pick<Target, 'name' | 'region' | 'endpointUrl'>;
  /** The file of the policy text, if it is too long for a line. */
  readonly policyPath: string;
}

/** Policies up to this length are written out in the command. */
const maxPolicyInCommand = 1_500;

/** A remark instead of a command for a request that the AWS CLI cannot send. */
export function awsCommand({ operation, protocol, arns, target, policyPath }: RepeatableCall): string {
  if (protocol === 'cbor') return 'none: the AWS CLI sends this request in JSON';
  if (operation.kind === 'RawRequest') return 'none: the AWS CLI cannot send this request';
  const name = operation.kind.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  const where = target.endpointUrl === undefined ? [] : ['--endpoint-url', shellQuote(target.endpointUrl)];
  const words = ['aws', 'acm-pca', name, ...where, '--region', target.region];
  if (!isPolicyOperation(operation)) return [...words, '...'].join(' ');
  words.push('--resource-arn', quoteWithArn(operation.input.ResourceArn, arns));
  if (operation.kind === 'PutPolicy') {
    const { Policy: policy } = operation.input;
    words.push('--policy', isShort(policy) ? quoteWithArn(policy, arns) : shellQuote(`file://${policyPath}`));
  }
  return words.join(' ');
}

/** For emulators that do not verify signatures; null if there is no URL or the body is too long for a line. */
export function curlCommand({ operation, protocol, arns, target }: RepeatableCall): string | null {
  if (target.endpointUrl === undefined) return null;
  const { input } = requestFor(operation, protocol);
  const { method, path, target: operationName, contentType, body, cbor } = input;
  const encoded = cbor === undefined ? undefined : Buffer.from(bodyBytesOf(input)).toString('base64');
  if (!isShort(encoded ?? body)) return null;
  const credential = `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/${target.region}/acm-pca/aws4_request, SignedHeaders=host, Signature=0`;
  const headers = {
    // Without a value, curl leaves out the header that it would add itself.
    'content-type': contentType ?? '',
    'x-amz-target': operationName,
    'x-amzn-target': input.otherTarget,
    'smithy-protocol': input.smithyProtocol,
    accept: input.accept,
    'content-encoding': input.contentEncoding,
    'transfer-encoding': input.transferEncoding,
    authorization: credential,
  };
  const command = [
    `curl -s${method === 'POST' ? '' : ` -X ${method}`} ${shellQuote(`${target.endpointUrl.replace(/\/$/, '')}${path}`)}`,
    ...Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [`-H ${shellQuote(value === '' ? `${name}:` : `${name}: ${value}`)}`],
    ),
  ];
  // Bytes cannot stand in a command line: they come from a here-document.
  if (encoded !== undefined)
    return `base64 -d <<'END' | ${[...command, '--data-binary @-'].join(' ')}\n${encoded}\nEND`;
  return [...command, ...(method === 'GET' && body === '' ? [] : [`--data-raw ${quoteWithArn(body, arns)}`])].join(' ');
}

function requestFor(operation: ApiCall, protocol: Protocol | undefined): RawRequest {
  if (operation.kind === 'RawRequest') return operation;
  return protocol === 'cbor' && isPolicyOperation(operation) ? cborRequestOf(operation) : requestOf(operation);
}

/** Whether a text can stand in a command line: short, and without control characters. */
function isShort(text: string): boolean {
  return text.length <= maxPolicyInCommand && !/[\u0000-\u001f\u007f-\u009f]/.test(text);
}

/** The first CA of the case no longer exists when a user reads this, so its ARN becomes a variable. */
function quoteWithArn(text: string, arns: readonly string[]): string {
  const [arn] = arns;
  if (arn === undefined || !text.includes(arn)) return shellQuote(text);
  return text
    .split(arn)
    .map((part) => (part === '' ? '' : shellQuote(part)))
    .join('"$CA_ARN"');
}
