// Drivers in child processes: calls to drivers that follow the protocol, and the message for every violation of it.

import { describe, expect, test, vi } from 'vitest';
import type { DriverCall } from '../api/driver.js';
import { DriverCrash, DriverFault } from '../api/driver-fault.js';
import { driverCommand } from './child-process.js';
import type { DriverLimits } from './conversation.js';
import { inheritedEnvironment } from './driver-process.js';
import { scriptedDriver } from './testing/scripted-driver.js';

const call: DriverCall = {
  operation: 'GetPolicy',
  input: { ResourceArn: 'arn:test' },
  endpoint: null,
  region: 'us-east-1',
  credentials: { accessKeyId: 'ID', secretAccessKey: 'KEY' },
  deadlineMs: null,
  maxAttempts: null,
};

/** Starts a driver, makes one call and ends it; resolves with the message of the fault. */
async function faultOf(command: string, limits: Partial<DriverLimits> = {}): Promise<string> {
  try {
    const driver = await driverCommand(command, limits)();
    await driver.call(call);
    await driver.close();
    return 'none';
  } catch (error) {
    if (error instanceof DriverFault) return error.message;
    throw error;
  }
}

test('a driver that follows the protocol is started, called and ended', async () => {
  const driver = await driverCommand(scriptedDriver('console.error("to be seen");'))();
  expect(driver.hello).toMatchObject({ language: 'test', sdk: { name: 'test', version: '1' } });
  expect(await driver.call(call)).toEqual({ type: 'ok', id: '1', output: {} });
  expect(driver.stderrTail()).toBe('to be seen');
  await driver.close();
  await driver.close();
  expect(await driver.call(call)).toMatchObject({ type: 'transportError', cause: 'cancelled' });
});

describe('a driver that', () => {
  const faults: readonly (readonly [
    does: string,
    script: string,
    message: string | RegExp,
    limits?: Partial<DriverLimits>,
  ])[] = [
    ['ends at once', 'process.exit(3);', 'ended before it said hello (exit code 3)'],
    ['never says hello', 'on.hello = () => {};', 'did not answer hello within 0.3 s', { helloMs: 300 }],
    [
      'speaks another version',
      "on.hello = () => say({ ...hello, protocol: 'pca-driver/2' });",
      'speaks pca-driver/2, and this suite speaks pca-driver/1',
    ],
    ['says hello twice', 'on.hello = () => { say(hello); say(hello); };', 'said hello twice: {"type":"hello"'],
    [
      'answers before it says hello',
      "on.hello = () => { say({ type: 'ok', id: '1', output: {} }); };",
      'answered before it said hello: {"type":"ok","id":"1","output":{}}',
    ],
    ['dies under a call', 'on.call = () => process.exit(0);', 'ended by itself (exit code 0; calls under way: 1)'],
    [
      'is killed',
      "on.call = () => process.kill(process.pid, 'SIGKILL');",
      'ended by itself (SIGKILL; calls under way: 1)',
    ],
    ['hangs', 'on.call = () => {};', 'did not answer the call 1 within 0.2 s', { answerMs: 200 }],
    [
      'floods without ending a line',
      "on.call = () => process.stdout.write('x'.repeat(5_000));",
      /wrote more than 4096 bytes to stdout without ending the line, which begins: x{100}\n/,
      { lineBytes: 4_096 },
    ],
    [
      'floods line by line',
      "on.call = () => setInterval(() => say({ type: 'ok', id: '1', output: {} }), 0); on.bye = () => {};",
      'answered the call 1 twice',
    ],
    [
      'answers twice',
      "on.call = ({ id }) => { say({ type: 'ok', id, output: {} }); say({ type: 'ok', id, output: {} }); };",
      'answered the call 1 twice: {"type":"ok","id":"1","output":{}}',
    ],
    [
      'answers a call that was never made',
      "on.call = () => say({ type: 'ok', id: '7', output: {} });",
      'answered the call 7, which was never made',
    ],
    [
      'answers nothing that was asked',
      "on.call = () => say({ type: 'unsupported', id: '', reason: 'none' });",
      'answered the call , which was never made',
    ],
    [
      'prints what is not JSON',
      "on.call = ({ id }) => { console.log('calling\\u001b[31m', id); };",
      'wrote a line that is not JSON: calling\\u001b[31m 1',
    ],
    ['prints an empty line', "on.call = () => console.log('');", 'wrote a line that is not JSON: \nfix: '],
    [
      'prints what is not UTF-8',
      'on.call = () => process.stdout.write(Buffer.from([0x22, 0xe9, 0x22, 0x0a]));',
      'wrote a line that is not UTF-8',
    ],
    ['forgets a field', "on.call = ({ id }) => say({ type: 'ok', id });", 'wrote a message of a wrong shape: output: '],
    [
      'gives a field of a wrong type',
      "on.call = ({ id }) => say({ type: 'serviceError', id, code: 'X', className: null, message: null, status: '400', requestId: null, retryable: null });",
      'wrote a message of a wrong shape: status: ',
    ],
    [
      'invents a field',
      "on.call = ({ id }) => say({ type: 'ok', id, output: {}, took: 3 });",
      /of a wrong shape: .*"took"/,
    ],
    ['invents a type', "on.call = ({ id }) => say({ type: 'done', id });", 'of a wrong shape: type: '],
    [
      'ends in the middle of a message',
      'on.bye = () => process.stdout.write(\'{"type":\', () => process.exit(0));',
      'ended (exit code 0) in the middle of a line: {"type":',
    ],
    ['does not end at bye', 'on.bye = () => {};', 'did not end within 0.2 s after bye', { byeMs: 200 }],
    ['ends with an error', 'on.bye = () => process.exit(5);', 'ended with exit code 5 after bye'],
    [
      'says something after bye',
      "on.bye = () => process.stdout.write('bye\\n', () => process.exit(0));",
      'wrote a line that is not JSON: bye',
    ],
  ];

  test.concurrent.for(faults)('%s', async ([, script, message, limits]) => {
    const fault = await faultOf(scriptedDriver(script), limits);
    const isNamed = typeof message === 'string' ? fault.includes(message) : message.test(fault);
    expect(isNamed, fault).toBe(true);
    // The message also has the command, the fix, and the last lines of stderr.
    expect(fault).toMatch(/^the driver ".*" [^]*\nfix: \S.*\.\nIt wrote nothing on stderr\.$/);
  });

  test.concurrent.for([
    ['is not found', 'no-such-driver-anywhere', 'the shell does not find a program'],
    ['may not be run', '/', 'the shell may not run the file'],
  ])('%s', async ([, command, message]) => {
    expect(await faultOf(command ?? '')).toContain(message);
  });
});

test('a driver with a fault rejects every later call', async () => {
  const driver = await driverCommand(scriptedDriver('on.call = () => process.exit(4);'))();
  for (const work of [() => driver.call(call), () => driver.call(call), () => driver.close()]) {
    await expect(work()).rejects.toThrow('ended by itself (exit code 4; calls under way: 1)');
  }
});

test('an end during a call is a crash, with the first lines that were printed', async () => {
  const lines =
    'console.error("\\u001b[31mpanic"); for (let line = 1; line <= 30; line += 1) console.error("\\tat " + line);';
  const driver = await driverCommand(scriptedDriver(`on.call = () => { ${lines} process.exit(2); };`))();
  const crash: unknown = await driver.call(call).catch((error: unknown) => error);
  expect(crash).toBeInstanceOf(DriverCrash);
  const at = Array.from({ length: 11 }, (_each, index) => `  at ${index + 1}`);
  expect(crash).toMatchObject({
    ending: 'exit code 2',
    printed: ['\\u001b[31mpanic', ...at, '... and 19 more lines'],
  });
});

test('the last lines of stderr are part of the message, with control characters escaped', async () => {
  const lines = 'for (let line = 1; line <= 30; line += 1) console.error("line " + line);';
  const fault = await faultOf(scriptedDriver(`${lines} console.error("\\u001b[2Jgone"); process.exit(1);`));
  expect(fault).toContain('Its last lines on stderr:\n  line 22\n');
  expect(fault).toMatch(/ {2}line 30\n {2}\\u001b\[2Jgone$/);
});

test('lines end only at 0x0A, wherever the chunks are split', async () => {
  const text = 'a\u2028b\u2029c\u0085d\re';
  const script = `on.call = ({ id }) => {
    const bytes = Buffer.from(JSON.stringify({ type: 'ok', id, output: { text: ${JSON.stringify(text)} } }).replace('\\\\r', ' ') + '\\r\\n');
    let at = 0;
    const next = () => { if (at < bytes.length) process.stdout.write(bytes.subarray(at, (at += 1)), next); };
    next();
  };`;
  const driver = await driverCommand(scriptedDriver(script))();
  expect(await driver.call(call)).toMatchObject({ type: 'ok', output: { text: 'a\u2028b\u2029c\u0085d e' } });
  await driver.close();
});

describe('calls', () => {
  const countsCalls = `let underWay = 0;
    on.call = ({ id }) => { underWay += 1; setTimeout(() => { say({ type: 'ok', id, output: { underWay } }); underWay -= 1; }, 20); };`;

  test('are sent one after the other if the driver does not offer concurrency', async () => {
    const driver = await driverCommand(scriptedDriver(countsCalls))();
    const answers = await Promise.all([driver.call(call), driver.call(call), driver.call(call)]);
    expect(answers.map((answer) => answer.type === 'ok' && answer.output['underWay'])).toEqual([1, 1, 1]);
    await driver.close();
  });

  test('overlap if the driver offers concurrency, and may be answered in any order', async () => {
    const script = `hello.capabilities = ['concurrency'];
      const ids = [];
      on.call = ({ id }) => {
        ids.push(id);
        if (ids.length === 3) for (const each of ids.reverse()) say({ type: 'ok', id: each, output: { of: each } });
      };`;
    const driver = await driverCommand(scriptedDriver(script))();
    const answers = await Promise.all([driver.call(call), driver.call(call), driver.call(call)]);
    expect(answers.map((answer) => answer.type === 'ok' && answer.output['of'])).toEqual(['1', '2', '3']);
    await driver.close();
  });

  test('are cancelled if the driver offers it, and otherwise not', async () => {
    const script = `on.call = ({ id, input }) => input.slow ? undefined : say({ type: 'ok', id, output: {} });
      on.cancel = ({ id }) => say({ type: 'transportError', id, cause: 'cancelled', message: 'given up' });`;
    const able = await driverCommand(scriptedDriver(`hello.capabilities = ['cancel'];${script}`))();
    const controller = new AbortController();
    const slow = able.call({ ...call, input: { slow: true } }, { signal: controller.signal });
    controller.abort();
    expect(await slow).toMatchObject({ type: 'transportError', cause: 'cancelled' });
    await able.close();
    const unable = await driverCommand(scriptedDriver(script))();
    expect(await unable.call(call, { signal: controller.signal })).toMatchObject({ type: 'ok' });
    await unable.close();
  });

  test('that are pending at the end are reported as cancelled', async () => {
    const driver = await driverCommand(scriptedDriver('on.call = () => {};'))();
    const answer = driver.call(call);
    await driver.close();
    expect(await answer).toMatchObject({ type: 'transportError', cause: 'cancelled' });
  });
});

test('processes that a driver started end with it', async () => {
  const server = `require('node:http').createServer((request, response) => response.end()).listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;
  const script = `const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(server)}], { stdio: ['ignore', 'pipe', 'ignore'] });
    const port = new Promise((resolve) => child.stdout.once('data', (bytes) => resolve(String(bytes).trim())));
    on.call = async ({ id }) => say({ type: 'ok', id, output: { port: await port } });`;
  const driver = await driverCommand(scriptedDriver(script))();
  const answer = await driver.call(call);
  const url = `http://127.0.0.1:${answer.type === 'ok' ? String(answer.output['port']) : ''}`;
  expect((await fetch(url)).status).toBe(200);
  await driver.close();
  await vi.waitFor(() => expect(fetch(url)).rejects.toThrow('fetch failed'));
});

test('an interrupted start ends the driver', async () => {
  const controller = new AbortController();
  const starting = driverCommand(scriptedDriver('on.hello = () => {};'))({ signal: controller.signal });
  controller.abort();
  await expect(starting).rejects.toThrow('the run was interrupted');
});

test('variables for AWS and proxies are not inherited, and given variables are set', async () => {
  const inherited = inheritedEnvironment({
    PATH: '/bin',
    AWS_PROFILE: 'mine',
    AWS_CONFIG_FILE: 'mine',
    HTTP_PROXY: 'http://proxy',
    https_proxy: 'http://proxy',
    NO_PROXY: '*',
  });
  expect(inherited).toEqual({
    PATH: '/bin',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  });
  const script = "on.call = ({ id }) => say({ type: 'ok', id, output: { url: process.env.AWS_ENDPOINT_URL } });";
  const driver = await driverCommand(scriptedDriver(script))({ environment: { AWS_ENDPOINT_URL: 'http://given' } });
  expect(await driver.call(call)).toMatchObject({ output: { url: 'http://given' } });
  await driver.close();
});
