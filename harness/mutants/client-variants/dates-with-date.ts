import { createHash, createHmac } from 'node:crypto';
import type { PlainRequest } from '../plain-client/parts.js';
import type { ClientVariant } from '../client-mutant.js';

export const variant: ClientVariant = {
  freedom: 'The header Date tells the time of a signature, in the place of X-Amz-Date.',
  permittedBy: 'SDK-24',
  mutate: () => ({
    async sign(request, { credentials, region, service, nowMs }): Promise<PlainRequest> {
      const { accessKeyId, secretAccessKey, sessionToken } = credentials;
      const now = new Date(nowMs);
      const longDate = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
      const headers: Readonly<Record<string, string>> = {
        ...request.headers,
        date: now.toUTCString(),
        ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
      };
      const signed = Object.entries(headers)
        .map(([name, value]) => [name.toLowerCase(), value.trim().replaceAll(/ +/g, ' ')] as const)
        .sort(([left], [right]) => (left < right ? -1 : 1));
      const names = signed.map(([name]) => name).join(';');
      const lines = signed.map(([name, value]) => `${name}:${value}\n`).join('');
      const path = request.url.pathname.split('/').map(encodeURIComponent).join('/');
      const canonical = [request.method, path, '', lines, names, sha256(request.body)].join('\n');
      const scope = [longDate.slice(0, 8), region, service, 'aws4_request'];
      const key = scope.reduce<Buffer>((above, part) => hmac(above, part), Buffer.from(`AWS4${secretAccessKey}`));
      const toSign = ['AWS4-HMAC-SHA256', longDate, scope.join('/'), sha256(canonical)].join('\n');
      const credential = `Credential=${[accessKeyId, ...scope].join('/')}`;
      const signature = `Signature=${hmac(key, toSign).toString('hex')}`;
      const authorization = `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names}, ${signature}`;
      return { ...request, headers: { ...headers, authorization } };
    },
  }),
};

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}
