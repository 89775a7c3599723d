// Correct targets that sometimes answer without regard to the input: none of it fails a check, and all of it is counted.

import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { WireAnswer } from '../../api/wire.js';
import { mutateAnswers, errorOf, pageOf } from '../../mutants/mutate-answers.js';
import type { Mutation } from '../../mutants/mutation.js';
import { wireOf } from '../../selftest/selftest-target.js';
import { readResults, test } from '../../testing/cli-test.js';
import type { CliResult } from '../../testing/run-cli.js';
import { runInProcess } from '../../testing/run-in-process.js';
import { startWireServer } from '../../selftest/wire-server.js';
import type { Report } from '../../files/report.js';

/** Answers one policy call, counted from 1, instead of the service, or every call of a kind. */
function answersInstead(when: (policyCall: number, body: string) => boolean, instead: () => WireAnswer): Mutation {
  return {
    mutateAnswers: mutateAnswers(0, ({ request, operation, memory: calls, remember, ask }) => {
      if (!operation.endsWith('Policy')) return ask(request);
      remember(calls + 1);
      return when(calls + 1, request.body) ? instead() : ask(request);
    }),
  };
}

async function runOn(
  variant: Mutation,
  folder: string,
  more: readonly string[],
): Promise<{ readonly ended: CliResult; readonly results: Report }> {
  const server = await startWireServer(wireOf(variant));
  try {
    const options = ['--profile', 'smoke', '--seed', '1', '--settle-ms', '100', '--out', join(folder, 'out')];
    const ended = await runInProcess(['run', '--target', server.url, ...options, ...more], { cwd: folder });
    return { ended, results: readResults(join(folder, 'out')) };
  } finally {
    await server.close();
  }
}

/** None of their calls is judged for a guarantee that RequestFailedException satisfies. */
const checks = ['--filter', 'put-policy/*', '--filter', 'POL-05', '--filter', 'POL-30', '--filter', 'ISO-01'];

const passing: readonly (readonly [string, () => WireAnswer])[] = [
  ['ServiceUnavailable with status 503', () => errorOf('ServiceUnavailable', 'Try again.', 503)],
  ['RequestFailedException', () => errorOf('RequestFailedException', 'Try again.')],
  ['the page of a load balancer', () => pageOf(503)],
];

describe('an answer that occurs once', () => {
  test.concurrent.for(passing)('%s fails nothing and is counted', async ([, instead], { folder }) => {
    const { ended, results } = await runOn(
      answersInstead((call) => call === 20, instead),
      folder,
      checks,
    );
    expect(ended.code).toBe(0);
    expect(results.run.transient).toBeGreaterThanOrEqual(1);
    expect(ended.stdout).toContain('said nothing about the input');
  });
});

test.concurrent('an answer that every repetition of the input gets is a failure', async ({ folder }) => {
  const breaks = answersInstead(
    (_call, body) => body.includes('"this is not a policy"'),
    () => errorOf('InternalFailure', 'Broken.', 500),
  );
  const { ended, results } = await runOn(breaks, folder, ['--filter', 'POL-05']);
  expect(ended.code).toBe(1);
  expect(results.checks.map(({ requirement, verdict }) => [requirement, verdict])).toEqual([['POL-05', 'fail']]);
  expect(results.checks[0]?.failures.map(({ inputClass }) => inputClass)).toEqual(['policy/words']);
});

test.concurrent('a service that sometimes fails is not accused of failing under overlap', async ({ folder }) => {
  const failsOften = answersInstead(
    (call) => call % 53 === 0,
    () => errorOf('ServiceUnavailable', 'Try again.', 503),
  );
  const filters = ['concurrency/answers-a-burst-of-puts', 'concurrency/keeps-authorities-apart'];
  const more = filters.flatMap((each) => ['--filter', each]);
  const { results } = await runOn(failsOften, folder, more);
  expect(results.checks.map(({ verdict }) => verdict)).not.toContain('fail');
});

test.concurrent(
  'credentials that are refused in the middle end the run with exit 4 and fail nothing',
  async ({ folder }) => {
    const expired: Mutation = {
      mutateAnswers: mutateAnswers(undefined, ({ request, callsBefore, ask }) =>
        callsBefore < 120 ? ask(request) : errorOf('ExpiredTokenException', 'The token is expired.', 403),
      ),
    };
    const { ended, results } = await runOn(expired, folder, checks);
    expect(ended.code).toBe(4);
    expect(results.run.stopped).toBe('the credentials of the run are refused: ExpiredTokenException');
    expect(results.checks.map(({ verdict }) => verdict)).not.toContain('fail');
  },
);

test.concurrent(
  'a service that refuses the own account alone fails one requirement, which blocks others',
  async ({ folder }) => {
    const refuses: Mutation = {
      mutateAnswers: mutateAnswers(undefined, ({ request, operation, ask }) =>
        operation === 'PutPolicy' ? errorOf('InvalidPolicyException', 'No.') : ask(request),
      ),
    };
    const { ended, results } = await runOn(refuses, folder, [
      '--filter',
      'PP-01',
      '--filter',
      'GP-03',
      '--protocol',
      'json',
    ]);
    expect(ended.code).toBe(1);
    const failed = results.checks.filter(({ verdict }) => verdict === 'fail');
    expect(failed.map(({ requirement }) => requirement)).toEqual(['POL-19']);
    const blocked = results.checks.filter(({ verdict }) => verdict === 'blocked');
    expect(new Set(blocked.map(({ requirement }) => requirement))).toEqual(new Set(['PP-01', 'GP-03']));
    for (const { blockedBy } of blocked) expect(blockedBy).toEqual(['POL-19']);
  },
);
