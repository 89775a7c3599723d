// The places in an answer that may name an error, and the prefixes and suffixes of the name.

import { describe, expect, test } from 'vitest';
import type { HttpAnswer } from '../api/http-answer.js';
import { isNamedInCodeAlone, nameOfError } from './read-answer.js';

function answerOf(members: Readonly<Record<string, unknown>>, headers: HttpAnswer['headers'] = {}): HttpAnswer {
  return { status: 400, headers, body: JSON.stringify(members) };
}

describe('the name of an error', () => {
  test.each([
    ['__type', answerOf({ __type: 'InvalidArnException' }), false],
    ['__type with a namespace', answerOf({ __type: 'com.amazonaws.acmpca#InvalidArnException' }), false],
    ['the header', answerOf({}, { 'x-amzn-errortype': 'InvalidArnException:http://internal.example/' }), false],
    ['code', answerOf({ code: 'InvalidArnException' }), true],
    ['code beside __type', answerOf({ code: 'InvalidArnException', __type: 'InvalidArnException' }), false],
  ])('is read from %s', (_place, answer, isOther) => {
    expect(nameOfError(answer)).toBe('InvalidArnException');
    expect(isNamedInCodeAlone(answer)).toBe(isOther);
  });

  test.each([
    ['nothing', answerOf({ message: 'no' })],
    ['a code that is a number', answerOf({ code: 400 })],
    ['an empty name', answerOf({ __type: '' })],
  ])('is not read from %s', (_place, answer) => {
    expect(nameOfError(answer)).toBeUndefined();
    expect(isNamedInCodeAlone(answer)).toBe(false);
  });
});
