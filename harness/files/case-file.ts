// A counterexample on disk: `cases/<id>.json`, which `replay` runs on any target.

import { z } from 'zod';
import { requirementIds, type RequirementId } from '../catalogue/index.js';
import { answers } from '../catalogue/requirement.js';
import { cborItemSchema } from './cbor-item-schema.js';
import { guaranteeNames, type Case } from '../api/case.js';
import { principalNames } from '../api/principal.js';
import { protocols } from '../api/protocol.js';
import { signatureFlaws } from '../api/raw-request.js';
import { askedOperations } from './asked-operations.js';
import { maxLanes, pauses } from '../api/schedule.js';

/** Tokens name the CAs of a case with two digits. */
const maxAuthorities = 100;

const answer = z.enum(answers);
const onResource = z.strictObject({ ResourceArn: z.string() });
/** The characters that Node.js allows in a header, and that need no escaping in one. */
const headerText = z.string().regex(/^[\x20-\x7e]*$/);
const onAuthority = { CertificateAuthorityArn: z.string() };

/** The calls that may overlap. */
const scheduledOperations = [
  z.strictObject({ kind: z.literal('PutPolicy'), input: onResource.extend({ Policy: z.string() }) }),
  z.strictObject({ kind: z.literal('GetPolicy'), input: onResource }),
  z.strictObject({ kind: z.literal('DeletePolicy'), input: onResource }),
  z.strictObject({
    kind: z.literal('UpdateCertificateAuthority'),
    input: z.strictObject({ ...onAuthority, Status: z.enum(['ACTIVE', 'DISABLED']) }),
  }),
  z.strictObject({
    kind: z.literal('DeleteCertificateAuthority'),
    input: z.strictObject({ ...onAuthority, PermanentDeletionTimeInDays: z.int().min(7).max(30) }),
  }),
] as const;

/** The calls that a case can hold. */
const operation = z.discriminatedUnion('kind', [
  ...scheduledOperations,
  ...askedOperations,
  z.strictObject({ kind: z.literal('RestoreCertificateAuthority'), input: z.strictObject(onAuthority) }),
  z.strictObject({
    kind: z.literal('RawRequest'),
    input: z.strictObject({
      method: z.enum(['GET', 'POST', 'PUT']),
      path: z.string().regex(/^\/[\w/.%-]*$/),
      target: headerText.optional(),
      otherTarget: headerText.optional(),
      contentType: headerText.optional(),
      smithyProtocol: headerText.optional(),
      accept: headerText.optional(),
      contentEncoding: z.literal('gzip').optional(),
      transferEncoding: z.literal('chunked').optional(),
      signature: z.enum(signatureFlaws).optional(),
      body: z.string(),
      cbor: cborItemSchema.optional(),
    }),
  }),
]);

const step = z.strictObject({
  role: z.enum(['control', 'subject']),
  operation,
  as: z.enum(principalNames).optional(),
  protocol: z.enum(protocols).optional(),
  requirement: z.enum(requirementIds as readonly [RequirementId, ...RequirementId[]]).optional(),
  acceptable: z.tuple([answer], answer).optional(),
  guarantee: z.enum(guaranteeNames).optional(),
});

const lane = z.strictObject({
  offset: z.int().min(0).max(60_000),
  calls: z
    .array(
      z.strictObject({
        pause: z.enum(pauses),
        operation: z.discriminatedUnion('kind', scheduledOperations),
        protocol: z.enum(protocols).optional(),
      }),
    )
    .min(1),
});

export const scheduleSchema = z.strictObject({
  waves: z.array(z.strictObject({ lanes: z.array(lane).min(1).max(maxLanes) })).min(1),
  order: z.int().min(0),
});

export const caseSchema = z
  .strictObject({
    inputClass: z.string(),
    given: z
      .array(z.enum(['usable', 'PENDING_CERTIFICATE', 'ACTIVE']))
      .min(1)
      .max(maxAuthorities),
    fresh: z.boolean().optional(),
    steps: z.array(step),
    schedule: scheduleSchema.optional(),
    edit: z.string().optional(),
  })
  .refine((each) => each.steps.length > 0 !== (each.schedule !== undefined), 'a case has steps or a schedule');

export const caseFileSchema = z.strictObject({
  schema: z.literal('pca-conformance/case/1'),
  check: z.string(),
  requirement: z.string(),
  guarantee: z.string(),
  expected: z.array(z.string()),
  actual: z.string(),
  case: caseSchema,
});

export type CaseFile = Omit<z.infer<typeof caseFileSchema>, 'case'> & { readonly case: Case };
