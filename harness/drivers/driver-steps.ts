// The steps of `driver check`: each makes a few calls, and compares what arrives and what the driver answers.

import type { Driver, DriverCapability } from '../api/driver.js';
import { interleaveCalls } from './interleaved-calls.js';
import { practiceError, refusedPolicy, type PracticeService } from './practice-service.js';
import {
  arnOf,
  callOf,
  credentials,
  describe,
  describeRequests,
  everyAllowedCharacter,
  isLeftToTheSdk,
  makeCall,
  region,
  sendThereAndBack,
  wrongError,
  wrongOutput,
  wrongRequest,
  type StepProblem,
} from './step-calls.js';

interface DriverStep {
  readonly name: string;
  /** The message if there is no problem. */
  readonly message: string;
  /** The capability that the step needs; without it the step is skipped. */
  readonly needs?: DriverCapability;
  readonly run: (driver: Driver, service: PracticeService) => Promise<StepProblem | undefined>;
}

export const driverSteps: readonly DriverStep[] = [
  {
    name: 'made-up operation',
    message: 'it is answered with unsupported, and nothing is sent',
    async run(driver, service) {
      const answer = await makeCall(driver, service, { operation: 'MadeUpOperation', input: {} });
      const requests = service.takeRequests();
      if (answer.type === 'unsupported' && requests.length === 0) return undefined;
      const sent = requests.length === 0 ? '' : ', and a request was sent';
      return {
        message: `MadeUpOperation, which does not exist, was answered with ${answer.type}${sent}`,
        fix: 'Answer operations that the driver does not know with unsupported, and send nothing.',
      };
    },
  },
  {
    name: 'GetPolicy without a policy',
    message: 'the error of the service is passed on',
    async run(driver, service) {
      const answer = await makeCall(driver, service, { operation: 'GetPolicy', input: { ResourceArn: arnOf(1) } });
      return (
        wrongRequest(service, 'GetPolicy', { ResourceArn: arnOf(1) }) ?? wrongError(answer, 'ResourceNotFoundException')
      );
    },
  },
  {
    name: 'PutPolicy',
    message: 'both members arrive',
    async run(driver, service) {
      const input = { ResourceArn: arnOf(1), Policy: '{"Version":"2012-10-17"}' };
      const answer = await makeCall(driver, service, { operation: 'PutPolicy', input });
      return wrongRequest(service, 'PutPolicy', input) ?? wrongOutput(answer, {});
    },
  },
  {
    name: 'GetPolicy',
    message: 'the policy is passed on',
    async run(driver, service) {
      const answer = await makeCall(driver, service, { operation: 'GetPolicy', input: { ResourceArn: arnOf(1) } });
      return wrongOutput(answer, { Policy: '{"Version":"2012-10-17"}' });
    },
  },
  {
    name: 'a refused PutPolicy',
    message: 'the error of the service is passed on',
    async run(driver, service) {
      const input = { ResourceArn: arnOf(1), Policy: refusedPolicy };
      return wrongError(await makeCall(driver, service, { operation: 'PutPolicy', input }), 'InvalidPolicyException');
    },
  },
  {
    name: 'DeletePolicy',
    message: 'its member arrives',
    async run(driver, service) {
      const input = { ResourceArn: arnOf(1) };
      const answer = await makeCall(driver, service, { operation: 'DeletePolicy', input });
      return wrongRequest(service, 'DeletePolicy', input) ?? wrongOutput(answer, {});
    },
  },
  {
    name: 'long policies',
    message: '81,920 characters, including every allowed one, are sent and returned unchanged',
    run: (driver, service) => sendThereAndBack(driver, service, everyAllowedCharacter(81_920)),
  },
  {
    name: 'odd policies',
    message: 'texts that look like files, options and escapes are passed on unchanged',
    async run(driver, service) {
      for (const policy of ['file:///dev/null', '--help']) {
        const input = { ResourceArn: arnOf(1), Policy: policy };
        await makeCall(driver, service, { operation: 'PutPolicy', input });
        const problem = wrongRequest(service, 'PutPolicy', input);
        if (problem !== undefined) return problem;
      }
      return sendThereAndBack(driver, service, ' \t\r\n{"a":"\\u0041\\n$HOME%20`x`"}\r\n ');
    },
  },
  {
    name: 'a missing member',
    message: 'it is not filled in',
    async run(driver, service) {
      const input = { ResourceArn: arnOf(1) };
      const answer = await makeCall(driver, service, { operation: 'PutPolicy', input });
      const requests = service.takeRequests();
      const wasSent = requests.some((request) => !('Policy' in request.input));
      if (isLeftToTheSdk(answer, wasSent) && !requests.some((request) => 'Policy' in request.input)) return undefined;
      return {
        message: `PutPolicy without Policy was answered with ${describe(answer)}; ${describeRequests(requests)}`,
        fix: 'Pass the input on unchanged; if the SDK refuses to send it, answer transportError with the cause request.',
      };
    },
  },
  {
    name: 'an unknown member',
    message: 'it is passed on or answered with unsupported',
    async run(driver, service) {
      const input = { ResourceArn: arnOf(1), MadeUpMember: 'x' };
      const answer = await makeCall(driver, service, { operation: 'DeletePolicy', input });
      const requests = service.takeRequests();
      if (
        isLeftToTheSdk(
          answer,
          requests.some((request) => 'MadeUpMember' in request.input),
        )
      )
        return undefined;
      return {
        message: `DeletePolicy with MadeUpMember was answered with ${describe(answer)}; ${describeRequests(requests)}`,
        fix: 'Do not drop members: answer unsupported if the SDK cannot send them.',
      };
    },
  },
  {
    name: 'credentials and region',
    message: 'the call is signed with those of the call',
    async run(driver, service) {
      await makeCall(driver, service, { operation: 'GetPolicy', input: { ResourceArn: arnOf(2) } });
      const [request] = service.takeRequests();
      const signature = request?.headers.authorization ?? '';
      const [, key, signedRegion] = /Credential=([^/]*)\/\d+\/([^/]*)\//.exec(signature) ?? [];
      if (key === credentials.accessKeyId && signedRegion === region) return undefined;
      return {
        message: `the call came with ${credentials.accessKeyId} and ${region}, and was signed with ${key} and ${signedRegion}`,
        fix: 'Give the SDK the credentials and the region of the call, and use none from the environment.',
      };
    },
  },
  {
    name: 'session token',
    message: 'it is sent',
    needs: 'session-token',
    async run(driver, service) {
      const temporary = { ...credentials, sessionToken: 'token/of+practice=' };
      await makeCall(driver, service, {
        operation: 'GetPolicy',
        input: { ResourceArn: arnOf(2) },
        credentials: temporary,
      });
      const token = service.takeRequests()[0]?.headers['x-amz-security-token'];
      if (token === temporary.sessionToken) return undefined;
      return {
        message: `the call came with a session token, and the header X-Amz-Security-Token was ${String(token)}`,
        fix: 'Give the SDK the session token of the call, or do not offer "session-token".',
      };
    },
  },
  {
    name: 'unchecked input',
    message: 'empty strings are sent if validation is disabled',
    needs: 'unchecked-input',
    async run(driver, service) {
      const input = { ResourceArn: '', Policy: '' };
      const answer = await makeCall(driver, service, { operation: 'PutPolicy', input, checkInput: false });
      if (wrongRequest(service, 'PutPolicy', input) === undefined) return undefined;
      return {
        message: `PutPolicy with empty strings and checkInput false was not sent unchanged, but answered with ${describe(answer)}`,
        fix: 'Disable the validation of the SDK, or do not offer "unchecked-input".',
      };
    },
  },
  {
    name: 'an answer that is a page',
    message: 'it is reported, and not as a fault of the driver',
    async run(driver, service) {
      service.respondWith(() => ({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }));
      const answer = await makeCall(driver, service, { operation: 'GetPolicy', input: { ResourceArn: arnOf(1) } });
      if (answer.type === 'serviceError' || answer.type === 'transportError') return undefined;
      return {
        message: `a page with status 502 was answered with ${describe(answer)}`,
        fix: 'Answer serviceError if the SDK reports an error of the service, otherwise transportError with the cause answer.',
      };
    },
  },
  {
    name: 'an endpoint where nobody listens',
    message: 'the call ends with transportError',
    async run(driver, service) {
      const answer = await makeCall(driver, service, {
        operation: 'GetPolicy',
        input: { ResourceArn: arnOf(1) },
        // A reserved port on which nothing listens.
        endpoint: 'http://127.0.0.1:1',
      });
      if (answer.type === 'transportError' && answer.cause === 'connection') return undefined;
      return {
        message: `a refused connection was answered with ${describe(answer)}`,
        fix: 'Answer transportError with the cause connection.',
      };
    },
  },
  {
    name: 'number of attempts',
    message: 'more attempts are made if more are allowed',
    needs: 'max-attempts',
    async run(driver, service) {
      service.respondWith(() => practiceError('InternalFailure', 500));
      const counts: number[] = [];
      for (const maxAttempts of [1, 3]) {
        await makeCall(driver, service, { operation: 'GetPolicy', input: { ResourceArn: arnOf(1) }, maxAttempts });
        counts.push(service.takeRequests().length);
      }
      const [few = 0, more = 0] = counts;
      // The exact number of attempts is not judged.
      if (few >= 1 && few < more) return undefined;
      return {
        message: `a request answered with status 500 was sent ${few} times with maxAttempts 1, and ${more} times with 3`,
        fix: 'Give maxAttempts to the SDK as the number of all attempts, or do not offer "max-attempts".',
      };
    },
  },
  {
    name: 'deadline',
    message: 'a call that is not answered ends with the cause timeout',
    needs: 'deadline',
    async run(driver, service) {
      service.respondWith(() => new Promise(() => {}));
      const input = { ResourceArn: arnOf(1) };
      const answer = await makeCall(driver, service, { operation: 'GetPolicy', input, deadlineMs: 300 });
      if (answer.type === 'transportError' && answer.cause === 'timeout') return undefined;
      return {
        message: `a call whose deadline passed was answered with ${describe(answer)}`,
        fix: 'Answer transportError with the cause timeout, or do not offer "deadline".',
      };
    },
  },
  {
    name: 'cancel',
    message: 'a cancelled call ends with the cause cancelled',
    needs: 'cancel',
    async run(driver, service) {
      const controller = new AbortController();
      service.respondWith(() => {
        controller.abort();
        return new Promise(() => {});
      });
      const input = { ResourceArn: arnOf(1) };
      const given = callOf(service, { operation: 'GetPolicy', input, deadlineMs: 10_000 });
      const answer = await driver.call(given, { signal: controller.signal });
      if (answer.type === 'transportError' && answer.cause === 'cancelled') return undefined;
      return {
        message: `a cancelled call was answered with ${describe(answer)}`,
        fix: 'Answer transportError with the cause cancelled after a cancel, or do not offer "cancel".',
      };
    },
  },
  {
    name: 'protocols',
    message: 'a call is sent in each protocol that the driver lists',
    async run(driver, service) {
      for (const protocol of driver.hello.protocols ?? []) {
        const input = { ResourceArn: arnOf(1) };
        const answer = await makeCall(driver, service, { operation: 'DeletePolicy', input, protocol });
        const sent = service.takeRequests().map((request) => request.protocol);
        if (answer.type === 'ok' && sent.length === 1 && sent[0] === protocol) continue;
        return {
          message: `a call in ${protocol}, which the driver lists, was sent in ${sent.join(' and ') || 'no protocol'} and answered with ${describe(answer)}`,
          fix: 'Do what the member protocol of a call says, or do not list that protocol in hello.',
        };
      }
      return undefined;
    },
  },
  { name: '100 calls at a time', message: 'each has its own answer', needs: 'concurrency', run: interleaveCalls },
  {
    name: 'endpoints',
    message: 'the SDK computes the endpoint of a call',
    needs: 'endpoints',
    async run(driver) {
      const answer = await driver.endpointFor({ region: 'us-east-1', useFips: false, useDualStack: false });
      const url = answer.type === 'ok' ? answer.output['url'] : undefined;
      if (typeof url === 'string' && URL.canParse(url)) return undefined;
      return {
        message: `the question for the endpoint of us-east-1 was answered with ${describe(answer)}`,
        fix: 'Answer ok with {"url":"https://..."} as its output, or do not say "endpoints".',
      };
    },
  },
];
