// The issue forms: GitHub can show each, and the commands in it exist.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildProgram } from './program.js';
import { testTerminal } from '../testing/run-in-process.js';

const folder = fileURLToPath(new URL('../../.github/ISSUE_TEMPLATE/', import.meta.url));
const names = readdirSync(folder).filter((name) => name !== 'config.yml');

const required = z.strictObject({ required: z.boolean() }).optional();
const asked = { id: z.string().regex(/^[a-z]+$/), validations: required };
const words = { label: z.string().min(1), description: z.string().optional() };
/** Source: GitHub's documentation, "Syntax for GitHub's form schema". */
const formSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  title: z.string(),
  labels: z.array(z.string()),
  body: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: z.string() }) }),
        z.strictObject({
          type: z.literal('input'),
          ...asked,
          attributes: z.strictObject({ ...words, placeholder: z.string().optional() }),
        }),
        z.strictObject({
          type: z.literal('textarea'),
          ...asked,
          attributes: z.strictObject({ ...words, render: z.enum(['text', 'json', 'shell']).optional() }),
        }),
        z.strictObject({
          type: z.literal('dropdown'),
          ...asked,
          attributes: z.strictObject({ ...words, options: z.array(z.string()).min(2) }),
        }),
      ]),
    )
    .min(1),
});

test.each(names)('%s is a form, and its commands exist', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const { body } = formSchema.parse(parse(text));
  const ids = body.flatMap((part) => (part.type === 'markdown' ? [] : part.id));
  expect(new Set(ids).size).toBe(ids.length);
  const known = buildProgram(testTerminal({ cwd: '.' }), () => {}).commands.map((command) => command.name());
  for (const [, word = ''] of text.matchAll(/`pca-conformance (?!-)([a-z]+)/g)) expect(known).toContain(word);
});

test('there is one for each thing that can be wrong', () => {
  expect(names.sort()).toEqual([
    'dispute-a-requirement.yml',
    'false-alarm.yml',
    'fault-of-the-suite.yml',
    'missed-fault.yml',
  ]);
});
