// Compares the excerpts of the service model with botocore's model, which is installed with moto.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newestModelRevision, serviceErrors, serviceModels } from './service-model.js';

const libraries = fileURLToPath(new URL('../../.cache/moto/lib/', import.meta.url));
const modelPath = (existsSync(libraries) ? readdirSync(libraries) : [])
  .map((python) => `${libraries}${python}/site-packages/botocore/data/acm-pca/2017-08-22/service-2.json.gz`)
  .find((path) => existsSync(path));

const stringShape = z.object({ min: z.number(), max: z.number(), pattern: z.string() });
const operation = z.object({ errors: z.array(z.object({ shape: z.string() })) });
const botocoreModel = z.object({
  shapes: z
    .object({ Arn: stringShape, AWSPolicy: stringShape })
    .catchall(z.looseObject({ exception: z.boolean().optional() })),
  operations: z.object({ PutPolicy: operation, GetPolicy: operation, DeletePolicy: operation }),
});

const isRequired = process.env['CI'] === 'true';
const reason =
  modelPath === undefined && !isRequired ? ' (skipped: moto is not installed, see npm run install:moto)' : '';

describe.skipIf(reason !== '')(`the newest model of botocore${reason}`, () => {
  test('has the constraints and errors of the excerpts', () => {
    if (modelPath === undefined) throw new Error('botocore is required where CI=true; run .ci/install-moto.');
    const model = botocoreModel.parse(JSON.parse(gunzipSync(readFileSync(modelPath)).toString('utf8')));
    const excerpt = serviceModels[newestModelRevision];
    expect(excerpt.arn).toEqual(model.shapes.Arn);
    expect(excerpt.policy).toEqual(model.shapes.AWSPolicy);
    const exceptions = Object.entries(model.shapes).filter(([, shape]) => 'exception' in shape && shape.exception);
    expect([...serviceErrors].sort()).toEqual(exceptions.map(([name]) => name).sort());
    for (const name of ['PutPolicy', 'GetPolicy', 'DeletePolicy'] as const) {
      const declared = model.operations[name].errors.map(({ shape }) => shape);
      expect([...excerpt.errors[name]].sort()).toEqual(declared.sort());
    }
  });
});
