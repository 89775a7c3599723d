// Compares PROTOCOL.md with the definitions of the messages.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { callAnswer, driverAnswer, driverCapabilities, driverProtocol, driverRequest } from '../api/driver.js';

const page = readFileSync(fileURLToPath(new URL('PROTOCOL.md', import.meta.url)), 'utf8');

function linesOfSession(mark: string): readonly unknown[] {
  const lines = page.split('\n').filter((line) => line.startsWith(`${mark} {`));
  return lines.map((line): unknown => JSON.parse(line.slice(2)));
}

/** The first cells of the table below a heading, or a line before it. */
function namesInTable(before: string): readonly string[] {
  const [, after = ''] = page.split(before);
  const [, table = ''] = /\n((?:\|.*\n)+)/.exec(after) ?? [];
  return [...table.matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, name = '']) => name);
}

test('the example session has valid messages, and shows every request', () => {
  const requests = linesOfSession('>').map((message) => driverRequest.parse(message));
  const answers = linesOfSession('<').map((message) => driverAnswer.parse(message));
  expect(new Set(requests.map(({ type }) => type))).toEqual(
    new Set(driverRequest.options.map((each) => each.shape.type.value)),
  );
  const asked = requests.flatMap((request) =>
    request.type === 'call' || request.type === 'endpoint' ? [request.id] : [],
  );
  const answered = answers.flatMap((answer) => (answer.type === 'hello' ? [] : [answer.id]));
  expect(answered.toSorted()).toEqual(asked.toSorted());
  expect(page).toContain(driverProtocol);
});

describe('each has a row:', () => {
  test.each([
    ['request', '## What the suite sends', driverRequest.options.map((each) => each.shape.type.value)],
    ['answer', '## What the driver answers', callAnswer.options.map((each) => each.shape.type.value)],
    ['capability', '## Capabilities', driverCapabilities],
  ] as const)('%s', (_, heading, names) => {
    expect(namesInTable(heading)).toEqual([...names]);
  });

  test('member of a call', () => {
    const call = driverRequest.options.find((each) => each.shape.type.value === 'call');
    const members = Object.keys(call?.shape ?? {}).filter((name) => name !== 'type');
    expect(namesInTable('The members of `call`:')).toEqual(members);
  });

  test('cause', () => {
    const answer = callAnswer.options.find((each) => each.shape.type.value === 'transportError');
    expect(namesInTable('The causes of a `transportError`:')).toEqual(
      answer !== undefined && 'cause' in answer.shape ? answer.shape.cause.options : [],
    );
  });
});
