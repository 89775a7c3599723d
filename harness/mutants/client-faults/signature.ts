// What the checks of suites/sdk/signature.ts notice: clients that sign incorrectly.

import type { DriverCall } from '../../api/driver.js';
import { clientFaults } from '../client-mutant.js';
import { headers, signed, signing } from '../plain-client/mutations.js';
import type { ClientParts } from '../plain-client/parts.js';

/** The first request with a body is signed correctly, its repetitions are not. */
function badlySignedAgain(correct: ClientParts): Partial<ClientParts> {
  const sent = new WeakSet<DriverCall>();
  return {
    signingChoice: (call, environment, nowMs) => {
      const choice = correct.signingChoice(call, environment, nowMs);
      const isAgain = sent.has(call);
      sent.add(call);
      return isAgain ? { ...choice, credentials: { ...choice.credentials, secretAccessKey: 'another' } } : choice;
    },
  };
}

function firstKeys(correct: ClientParts): Partial<ClientParts> {
  const known = new Map<string, DriverCall['credentials']>();
  return {
    signingChoice: (call, environment, nowMs) => {
      const choice = correct.signingChoice(call, environment, nowMs);
      // One client for each endpoint and region, created with the keys of the first call.
      const key = `${call.endpoint} ${call.region}`;
      const credentials = known.get(key) ?? choice.credentials;
      known.set(key, credentials);
      return { ...choice, credentials };
    },
  };
}

export const signatureFaults = clientFaults('sdk-signature', {
  'leaves-out-the-signed-headers': {
    fault: 'Authorization does not say which headers are signed.',
    breaks: 'SDK-20',
    killedBy: 'signs-requests',
    mutate: signed((sent) => ({
      ...sent,
      headers: {
        ...sent.headers,
        authorization: (sent.headers['authorization'] ?? '').replace(/SignedHeaders=[^,]+, /, ''),
      },
    })),
  },
  'signs-nothing': {
    fault: 'Requests are not signed.',
    breaks: 'SDK-20',
    killedBy: 'signs-requests',
    mutate: () => ({ sign: async (sent) => sent }),
  },
  'signs-another-body': {
    fault: 'The signature is of an empty body.',
    breaks: 'SDK-21',
    killedBy: 'signs-what-it-sends',
    mutate: (correct) => ({
      sign: async (sent, choice) => ({
        ...(await correct.sign({ ...sent, body: new Uint8Array() }, choice)),
        body: sent.body,
      }),
    }),
  },
  'signs-characters-as-bytes': {
    fault: 'The signature takes each character of the body for a byte, which is only right in ASCII.',
    breaks: 'SDK-21',
    killedBy: 'signs-what-it-sends',
    mutate: (correct) => ({
      sign: async (sent, choice) => {
        const body = Buffer.from(Buffer.from(sent.body).toString('utf8'), 'latin1');
        return { ...(await correct.sign({ ...sent, body }, choice)), body: sent.body };
      },
    }),
  },
  'signs-with-half-the-key': {
    fault: 'The secret key is cut at its first slash.',
    breaks: 'SDK-21',
    killedBy: 'signs-what-it-sends',
    mutate: signing((choice) => ({
      ...choice,
      credentials: {
        ...choice.credentials,
        secretAccessKey: choice.credentials.secretAccessKey.split('/', 1)[0] ?? '',
      },
    })),
  },
  'signs-for-one-region': {
    fault: 'Every call is signed for us-east-1.',
    breaks: 'SDK-22',
    killedBy: 'signs-for-its-region',
    mutate: signing((choice) => ({ ...choice, region: 'us-east-1' })),
  },
  'signs-for-acm': {
    fault: 'Calls are signed for the service acm.',
    breaks: 'SDK-23',
    killedBy: 'signs-for-the-service',
    mutate: signing((choice) => ({ ...choice, service: 'acm' })),
  },
  'lives-in-another-time': {
    fault: 'The client takes its local time, seven hours off, for UTC.',
    breaks: 'SDK-24',
    killedBy: 'signs-with-the-current-time',
    mutate: signing((choice) => ({ ...choice, nowMs: choice.nowMs - 7 * 3_600_000 })),
  },
  'adds-a-header-after-signing': {
    fault: 'X-Amz-User-Agent is added once the request is signed.',
    breaks: 'SDK-25',
    killedBy: 'signs-its-headers',
    mutate: signed((sent) => ({ ...sent, headers: { ...sent.headers, 'x-amz-user-agent': 'plain-client/1' } })),
  },
  'forgets-the-session-token': {
    fault: 'Temporary credentials are used without their token.',
    breaks: 'SDK-26',
    killedBy: 'sends-the-session-token',
    mutate: signing(({ credentials: { sessionToken: _token, ...credentials }, ...choice }) => ({
      ...choice,
      credentials,
    })),
  },
  'sends-an-empty-session-token': {
    fault: 'Lasting credentials go out with a token that is empty.',
    breaks: 'SDK-26',
    killedBy: 'sends-the-session-token',
    mutate: headers((sent, { credentials }) =>
      credentials.sessionToken === undefined ? { ...sent, 'x-amz-security-token': '' } : sent,
    ),
  },
  'leaks-the-secret-in-a-header': {
    fault: 'The secret key is sent in a header for debugging.',
    breaks: 'SDK-27',
    killedBy: 'hides-the-secret-key',
    mutate: signed((sent, secret) => ({ ...sent, headers: { ...sent.headers, 'x-debug-credentials': secret } })),
  },
  'logs-the-secret': {
    fault: 'The secret key is written to the log.',
    breaks: 'SDK-27',
    killedBy: 'hides-the-secret-key',
    mutate: () => ({ log: ({ credentials }) => `signing with ${JSON.stringify(credentials)}\n` }),
  },
  'signs-the-first-attempt-alone': {
    fault: 'What is sent again is not signed with the right key.',
    breaks: 'SDK-28',
    killedBy: 'signs-each-attempt',
    mutate: badlySignedAgain,
  },
  'prefers-the-keys-of-its-environment': {
    fault: 'The keys in the environment are used instead of those given.',
    breaks: 'SDK-29',
    killedBy: 'prefers-the-given-keys',
    mutate: signing((choice, environment) => {
      const accessKeyId = environment['AWS_ACCESS_KEY_ID'];
      const secretAccessKey = environment['AWS_SECRET_ACCESS_KEY'];
      return accessKeyId === undefined || secretAccessKey === undefined
        ? choice
        : { ...choice, credentials: { accessKeyId, secretAccessKey } };
    }),
  },
  'keeps-the-first-keys': {
    fault: 'Every call is signed with the keys of the first one that used its region.',
    breaks: 'SDK-31',
    killedBy: 'signs-each-call-with-its-keys',
    mutate: firstKeys,
  },
});
