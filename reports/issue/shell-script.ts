// A case as commands of the AWS CLI; undefined where the CLI cannot send what the case sends.

import type { CaseFile } from '../../harness/files/case-file.js';
import { shellQuote } from '../../harness/text/shell-quote.js';
import { placeholderUrl } from './python-script.js';

/** A system takes words up to 128 KiB; the rest of the command is short. */
const longestInput = 100_000;

/** Names of shell variables by the token that they stand for. */
const variables: Readonly<Record<string, string>> = {
  arn: '$CA_ARN',
  id: '${CA_ARN##*/}',
  account: '$(echo "$CA_ARN" | cut -d: -f5)',
  region: '$(echo "$CA_ARN" | cut -d: -f4)',
  partition: '$(echo "$CA_ARN" | cut -d: -f2)',
};

/** Of cases on one CA whose calls follow each other. The members go in as JSON, so that no character is lost on the way. */
export function shellScript({ case: { given, steps, schedule } }: CaseFile): readonly string[] | undefined {
  if (schedule !== undefined || given.length > 1) return undefined;
  const commands: string[] = [];
  for (const { operation } of steps) {
    if (operation.kind === 'RawRequest') return undefined;
    const input = quoteInput(JSON.stringify(operation.input));
    if (input === undefined) return undefined;
    const name = operation.kind.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
    commands.push(`pca ${name} --cli-input-json ${input}`);
  }
  return [...preparation(given[0] !== 'PENDING_CERTIFICATE'), ...commands];
}

function preparation(active: boolean): readonly string[] {
  return [
    'export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_DEFAULT_REGION=us-east-1 AWS_MAX_ATTEMPTS=1',
    `pca() { aws acm-pca "$@" --output text --endpoint-url "\${URL:-${placeholderUrl}}"; }`,
    'CA_ARN=$(pca create-certificate-authority --certificate-authority-type ROOT --certificate-authority-configuration \\',
    `  '{"KeyAlgorithm":"EC_prime256v1","SigningAlgorithm":"SHA256WITHECDSA","Subject":{"CommonName":"example"}}' --query CertificateAuthorityArn)`,
    ...(active ? activation : []),
  ];
}

const activation: readonly string[] = [
  'pca get-certificate-authority-csr --certificate-authority-arn "$CA_ARN" > ca.csr',
  'CERTIFICATE_ARN=$(pca issue-certificate --certificate-authority-arn "$CA_ARN" --csr fileb://ca.csr --signing-algorithm SHA256WITHECDSA \\',
  '  --template-arn arn:aws:acm-pca:::template/RootCACertificate/V1 --validity Value=365,Type=DAYS --query CertificateArn)',
  'pca get-certificate --certificate-authority-arn "$CA_ARN" --certificate-arn "$CERTIFICATE_ARN" --query Certificate > ca.pem',
  'pca import-certificate-authority-certificate --certificate-authority-arn "$CA_ARN" --certificate fileb://ca.pem',
];

/** One word of the shell with the CA filled in; undefined where it would be too long, or has a token of another kind. */
function quoteInput(json: string): string | undefined {
  if (json.length > longestInput) return undefined;
  const pieces = json.split(/(\{\{ca0\.(?:arn|id|account|region|partition)\}\})/);
  const words = pieces.map((piece) => {
    const [, part] = /^\{\{ca0\.(\w+)\}\}$/.exec(piece) ?? [];
    if (part !== undefined) return `"${variables[part]}"`;
    return piece === '' ? '' : shellQuote(piece);
  });
  return /\{\{(?:ca\d|fill:)/.test(words.join('')) ? undefined : words.join('');
}
