// A case as a boto3 program, which can be run against an emulator without this suite.

import type { CaseFile } from '../../harness/files/case-file.js';
import type { PrincipalName } from '../../harness/api/principal.js';
import type { ApiCall } from '../../harness/api/raw-request.js';
import type { Schedule } from '../../harness/api/schedule.js';

const placeholderUrl = 'http://127.0.0.1:5000';

/** The lines of the program; it takes the URL of the emulator as its argument. */
export function pythonScript({ case: subject }: CaseFile): readonly string[] {
  const calls = subject.steps.map(({ operation }) => operation);
  const others = [...new Set(subject.steps.flatMap(({ as }) => (as === undefined ? [] : [as])))];
  const overlapping = subject.schedule?.waves.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.calls)) ?? [];
  const texts = JSON.stringify([...calls, ...overlapping.map(({ operation }) => operation)]);
  const isRaw = calls.some(({ kind }) => kind === 'RawRequest');
  return [
    ...imports({
      isRaw,
      overlaps: subject.schedule !== undefined,
      decodes: calls.some(({ kind }) => kind === 'IssueCertificate' || kind.startsWith('Import')),
    }),
    '',
    `url = sys.argv[1] if len(sys.argv) > 1 else "${placeholderUrl}"`,
    'pca = boto3.client("acm-pca", endpoint_url=url, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test",',
    '                   config=Config(retries={"total_max_attempts": 1}, parameter_validation=False))',
    ...(others.length === 0 ? [] : principals(others)),
    '',
    ...authority,
    '',
    `arns = [${subject.given.map((given) => `authority(active=${given === 'PENDING_CERTIFICATE' ? 'False' : 'True'})`).join(', ')}]`,
    '',
    ...filling(texts),
    '',
    ...calling,
    ...(isRaw ? ['', ...requesting] : []),
    '',
    ...(subject.schedule === undefined
      ? subject.steps.map(({ operation, as }) => `${callOf(operation, as)}()`)
      : waves(subject.schedule)),
  ];
}

/** The callers other than the owner of the CAs: profiles of the AWS configuration with these names. */
function principals(names: readonly PrincipalName[]): readonly string[] {
  return [
    'clients = {',
    ...names.map(
      (name) =>
        `    ${JSON.stringify(name)}: boto3.Session(profile_name=${JSON.stringify(name)}).client("acm-pca", endpoint_url=url, region_name="us-east-1"),`,
    ),
    '}',
  ];
}

interface Imports {
  readonly isRaw: boolean;
  readonly overlaps: boolean;
  readonly decodes: boolean;
}

function imports({ isRaw, overlaps, decodes }: Imports): readonly string[] {
  return [
    ...(decodes ? ['from base64 import b64decode'] : []),
    'import sys',
    ...(overlaps ? ['from threading import Barrier, Thread'] : []),
    ...(isRaw ? ['from urllib.error import HTTPError', 'from urllib.request import Request, urlopen'] : []),
    '',
    'import boto3',
    ...(isRaw ? ['from botocore.auth import SigV4Auth', 'from botocore.awsrequest import AWSRequest'] : []),
    'from botocore.config import Config',
    'from botocore.exceptions import ClientError',
  ];
}

const authority: readonly string[] = [
  'def authority(active):',
  '    arn = pca.create_certificate_authority(',
  '        CertificateAuthorityType="ROOT",',
  '        CertificateAuthorityConfiguration={"KeyAlgorithm": "EC_prime256v1", "SigningAlgorithm": "SHA256WITHECDSA", "Subject": {"CommonName": "example"}},',
  '    )["CertificateAuthorityArn"]',
  '    if active and pca.describe_certificate_authority(CertificateAuthorityArn=arn)["CertificateAuthority"]["Status"] != "ACTIVE":',
  '        csr = pca.get_certificate_authority_csr(CertificateAuthorityArn=arn)["Csr"]',
  '        certificate_arn = pca.issue_certificate(',
  '            CertificateAuthorityArn=arn, Csr=csr.encode(), SigningAlgorithm="SHA256WITHECDSA",',
  '            TemplateArn="arn:aws:acm-pca:::template/RootCACertificate/V1", Validity={"Value": 365, "Type": "DAYS"},',
  '        )["CertificateArn"]',
  '        certificate = pca.get_certificate(CertificateAuthorityArn=arn, CertificateArn=certificate_arn)["Certificate"]',
  '        pca.import_certificate_authority_certificate(CertificateAuthorityArn=arn, Certificate=certificate.encode())',
  '    return arn',
];

/** A Python function that replaces the tokens of a text, with one line for each token that occurs in the case. */
function filling(texts: string): readonly string[] {
  const parts = [
    ...new Set(
      [...texts.matchAll(/\{\{ca(\d{1,2})\.(arn|id|ID|account|region|partition)\}\}/g)].map(([token]) => token),
    ),
  ];
  const choices = [
    ...new Map(
      [...texts.matchAll(/\{\{ca(\d{1,2})\.(arn|id|ID|account|region|partition):not:([^:{}]+):([^:{}]+)\}\}/g)].map(
        (match) => [match[0], match] as const,
      ),
    ).values(),
  ];
  const fills = [
    ...new Map(
      [...texts.matchAll(/\{\{fill:([0-9a-f]{1,4}):(\d{1,8})\}\}/g)].map((match) => [match[0], match] as const),
    ).values(),
  ];
  return [
    'def fill(text):',
    ...parts.map((token) => `    text = text.replace("${token}", ${partOf(token)})`),
    ...choices.map(
      ([token, index, part, one, other]) =>
        `    text = text.replace("${token}", "${one}" if ${partOf(`{{ca${index}.${part}}}`)} != "${one}" else "${other}")`,
    ),
    ...fills.map(
      ([token, codePoint, length]) =>
        `    text = text.replace("${token}", "\\u${codePoint?.padStart(4, '0')}" * (${length} - len(text) + ${token.length}))`,
    ),
    '    return text',
  ];
}

function partOf(token: string): string {
  const [, index, part] = /\{\{ca(\d+)\.(\w+)/.exec(token) ?? [];
  const arn = `arns[${index}]`;
  switch (part) {
    case 'id':
      return `${arn}.split("/")[-1]`;
    case 'ID':
      return `${arn}.split("/")[-1].upper()`;
    case 'account':
      return `${arn}.split(":")[4]`;
    case 'region':
      return `${arn}.split(":")[3]`;
    case 'partition':
      return `${arn}.split(":")[1]`;
    default:
      return arn;
  }
}

const calling: readonly string[] = [
  'def call(method, client=pca, **parameters):',
  '    parameters = {name: fill(value) if isinstance(value, str) else value for name, value in parameters.items()}',
  '    def send():',
  '        try:',
  '            print(method, "->", "Success", getattr(client, method)(**parameters).get("Policy", ""))',
  '        except ClientError as error:',
  '            print(method, "->", error.response["Error"]["Code"], error.response["ResponseMetadata"]["HTTPStatusCode"])',
  '    return send',
];

const requesting: readonly string[] = [
  'def request(method, path, headers, body):',
  '    def send():',
  '        signed = AWSRequest(method, url.rstrip("/") + path, data=fill(body).encode(), headers=headers)',
  '        SigV4Auth(pca._request_signer._credentials, "acm-pca", "us-east-1").add_auth(signed)',
  '        try:',
  '            with urlopen(Request(signed.url, signed.data, dict(signed.headers), method=method)) as answer:',
  '                print(method, path, "->", answer.status, answer.read().decode(errors="replace"))',
  '        except HTTPError as error:',
  '            print(method, path, "->", error.code, error.read().decode(errors="replace"))',
  '    return send',
];

function pythonValue(value: unknown): string {
  return value instanceof Uint8Array ? `b64decode(${JSON.stringify(value)})` : JSON.stringify(value);
}

/** A Python expression for a function that sends the call. */
function callOf(operation: ApiCall, as?: PrincipalName): string {
  if (operation.kind === 'RawRequest') {
    const { method, path, target, contentType, body } = operation.input;
    const headers = {
      ...(target === undefined ? {} : { 'X-Amz-Target': target }),
      ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
    };
    return `request(${[method, path, headers, body].map((value) => JSON.stringify(value)).join(', ')})`;
  }
  const method = operation.kind.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
  const parameters = Object.entries(operation.input).map(
    ([name, value]: [string, unknown]) => `${name}=${pythonValue(value)}`,
  );
  const client = as === undefined ? [] : [`client=clients[${JSON.stringify(as)}]`];
  return `call(${[`"${method}"`, ...client, ...parameters].join(', ')})`;
}

/** The lanes of a wave start together; a wave starts when the previous one has ended. */
function waves(schedule: Schedule): readonly string[] {
  return [
    'def wave(*lanes):',
    '    barrier = Barrier(len(lanes))',
    '    def run(lane):',
    '        barrier.wait()',
    '        for send in lane:',
    '            send()',
    '    threads = [Thread(target=run, args=(lane,)) for lane in lanes]',
    '    for thread in threads:',
    '        thread.start()',
    '    for thread in threads:',
    '        thread.join()',
    '',
    ...schedule.waves.flatMap(({ lanes }) => [
      'wave(',
      ...lanes
        .filter(({ calls }) => calls.length > 0)
        .map(({ calls }) => `    [${calls.map(({ operation }) => callOf(operation)).join(', ')}],`),
      ')',
    ]),
  ];
}
