// Requests per second of the bundled emulator, compared with a bare server that parses and answers the same JSON and, if it
// is installed, with moto. Every server runs in its own process; rounds alternate; medians are compared.

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { fileURLToPath } from 'node:url';

const connections = 16;
const rounds = 5;
const roundMs = 2_000;

const cli = fileURLToPath(new URL('../cli/main.js', import.meta.url));
const self = fileURLToPath(import.meta.url);
const moto = fileURLToPath(new URL('../../../.cache/moto/bin/moto_server', import.meta.url));

if (process.argv[2] === 'bare-server') runBareServer();
else await compare();

interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly arn: string;
  readonly rates: number[];
  stop(): void;
}

async function compare(): Promise<void> {
  const contestants = [await startBareServer(), await startEmulatorProcess()];
  if (existsSync(moto)) contestants.push(await startMoto());
  for (let round = 0; round <= rounds; round += 1) {
    for (const contestant of contestants) {
      const rate = await measure(contestant);
      // The first round warms up.
      if (round > 0) contestant.rates.push(rate);
    }
  }
  const [bare, emulator, other] = contestants.map(({ rates }) => median(rates));
  for (const contestant of contestants) {
    const { name, rates } = contestant;
    process.stdout.write(
      `${name.padEnd(12)} ${Math.round(median(rates))} requests/s (${Math.round(Math.min(...rates))} to ${Math.round(Math.max(...rates))})\n`,
    );
    contestant.stop();
  }
  process.stdout.write(`emulator / bare server: ${((emulator ?? 0) / (bare ?? 1)).toFixed(2)}\n`);
  if (other !== undefined) process.stdout.write(`emulator / moto: ${((emulator ?? 0) / other).toFixed(1)}\n`);
}

/** Puts and reads a policy in turn over 16 connections, and returns the answers per second. */
async function measure({ url, arn }: Contestant): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const policy = JSON.stringify(samplePolicy(arn));
  const bodies = [
    ['PutPolicy', JSON.stringify({ ResourceArn: arn, Policy: policy })],
    ['GetPolicy', JSON.stringify({ ResourceArn: arn })],
  ] as const;
  const startedMs = performance.now();
  let answers = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let call = 0; performance.now() - startedMs < roundMs; call += 1) {
        const [operation, body] = bodies[call % bodies.length] ?? bodies[0];
        await post(url, operation, body, agent);
        answers += 1;
      }
    }),
  );
  agent.destroy();
  return (answers * 1_000) / (performance.now() - startedMs);
}

function post(url: string, operation: string, body: string, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        method: 'POST',
        ...(agent === undefined ? {} : { agent }),
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `ACMPrivateCA.${operation}`,
          'content-length': Buffer.byteLength(body),
          authorization:
            'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/acm-pca/aws4_request, SignedHeaders=host, Signature=0',
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => {
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${operation} was answered with ${response.statusCode}: ${text}`));
        });
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

function samplePolicy(arn: string): object {
  const grant = { Sid: '1', Effect: 'Allow', Principal: { AWS: '111122223333' }, Resource: arn };
  const reads = [
    'DescribeCertificateAuthority',
    'GetCertificate',
    'GetCertificateAuthorityCertificate',
    'ListPermissions',
    'ListTags',
  ];
  return {
    Version: '2012-10-17',
    Statement: [
      { ...grant, Action: reads.map((name) => `acm-pca:${name}`) },
      {
        ...grant,
        Action: ['acm-pca:IssueCertificate'],
        Condition: { StringEquals: { 'acm-pca:TemplateArn': 'arn:aws:acm-pca:::template/EndEntityCertificate/V1' } },
      },
    ],
  };
}

/** Stores a policy and returns it: the minimum work of a server. */
function runBareServer(): void {
  let policy = '';
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const input: { Policy?: string } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const isPut = incoming.headers['x-amz-target'] === 'ACMPrivateCA.PutPolicy';
      if (isPut) policy = input.Policy ?? '';
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(isPut ? '' : JSON.stringify({ Policy: policy }));
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.stdout.write(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}\n`);
  });
}

async function startBareServer(): Promise<Contestant> {
  const child = spawn(process.execPath, [self, 'bare-server'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const arn = 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
  return { name: 'bare server', url: await firstUrl(child), arn, rates: [], stop: () => void child.kill() };
}

async function startEmulatorProcess(): Promise<Contestant> {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await firstUrl(child);
  return { name: 'emulator', url, arn: await createAuthority(url), rates: [], stop: () => void child.kill() };
}

async function startMoto(): Promise<Contestant> {
  const port = String(20_000 + (process.pid % 20_000));
  const child = spawn(moto, ['-H', '127.0.0.1', '-p', port], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const arn = await untilAnswered(() => createAuthority(url));
  await activate(url, arn);
  return { name: 'moto', url, arn, rates: [], stop: () => void child.kill() };
}

async function createAuthority(url: string): Promise<string> {
  const answer = await post(
    url,
    'CreateCertificateAuthority',
    JSON.stringify({
      CertificateAuthorityType: 'ROOT',
      CertificateAuthorityConfiguration: {
        KeyAlgorithm: 'EC_prime256v1',
        SigningAlgorithm: 'SHA256WITHECDSA',
        Subject: { CommonName: 'bench' },
      },
    }),
  );
  const { CertificateAuthorityArn: arn }: { CertificateAuthorityArn: string } = JSON.parse(answer);
  return arn;
}

/** Moto accepts a policy only on an ACTIVE CA. */
async function activate(url: string, arn: string): Promise<void> {
  const CertificateAuthorityArn = arn;
  const call = async (operation: string, input: object): Promise<Record<string, string>> =>
    JSON.parse((await post(url, operation, JSON.stringify({ CertificateAuthorityArn, ...input }))) || '{}');
  const { Csr = '' } = await call('GetCertificateAuthorityCsr', {});
  const { CertificateArn = '' } = await call('IssueCertificate', {
    Csr: Buffer.from(Csr).toString('base64'),
    SigningAlgorithm: 'SHA256WITHECDSA',
    TemplateArn: 'arn:aws:acm-pca:::template/RootCACertificate/V1',
    Validity: { Value: 7, Type: 'DAYS' },
  });
  const { Certificate = '' } = await call('GetCertificate', { CertificateArn });
  await call('ImportCertificateAuthorityCertificate', { Certificate: Buffer.from(Certificate).toString('base64') });
}

/** Waits for moto to start: 300 attempts take half a minute. */
async function untilAnswered<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === 300) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
    }
  }
}

async function firstUrl(child: ChildProcess): Promise<string> {
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error(`A server ended without a URL: ${printed}`);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
