// What is wrong with a file that a user may have edited: where, what was found there, and what was expected.

import type { z } from 'zod';
import { shortenedText } from '../text/shortened-text.js';

/** One line for each problem, up to a limit: `case.steps[0].role: found "boss", expected "control" or "subject"`. */
export function describeProblems(error: z.ZodError, file: unknown): string {
  const lines = error.issues.slice(0, maxProblems).map((issue) => `  ${describeIssue(issue, file)}`);
  const rest = error.issues.length - lines.length;
  return [...lines, ...(rest > 0 ? [`  ... and ${rest} more`] : [])].join('\n');
}

const maxProblems = 10;

/** Longer values are cut. */
const maxValueLength = 120;

function describeIssue(issue: z.core.$ZodIssue, file: unknown): string {
  const found = valueAt(file, issue.path);
  const place = pathText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => JSON.stringify(key)).join(', ');
    return `${place}: found the unknown key ${keys}, expected only keys of the format`;
  }
  return `${place}: found ${inWords(found)}, expected ${expectedBy(issue)}`;
}

function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return articleFor(issue.expected);
    case 'invalid_value':
      return oneOf(issue.values.map((value) => JSON.stringify(value)));
    case 'invalid_union': {
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
      return options.length === 0 ? 'another value' : oneOf(options.map((option) => JSON.stringify(option)));
    }
    case 'too_small':
      return `at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'invalid_format':
      return 'pattern' in issue ? `a text that matches ${issue.pattern}` : `a text of the form ${issue.format}`;
    default:
      return issue.message;
  }
}

function articleFor(type: string): string {
  if (type === 'int') return 'a whole number';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function unitOf(origin: string): string {
  if (origin === 'array') return ' items';
  return origin === 'string' ? ' characters' : '';
}

function oneOf(words: readonly string[]): string {
  const [last, ...before] = words.toReversed();
  return before.length === 0 ? `${last}` : `${before.toReversed().join(', ')} or ${last}`;
}

function inWords(value: unknown): string {
  return value === undefined ? 'nothing' : shortenedText(JSON.stringify(value), maxValueLength);
}

function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file';
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${String(key)}`),
    '',
  );
}

function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    file,
  );
}
