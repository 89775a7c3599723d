// The documented quotas of AWS Private CA, in calls a second for each account and Region, as data.
// Source: https://docs.aws.amazon.com/general/latest/gr/pca.html

import type { OperationName } from './operation.js';

/** Operations that are not named here have quotas of which no source of the suite speaks. */
export const documentedQuotas: Readonly<Partial<Record<OperationName, number>>> = {
  PutPolicy: 5,
  GetPolicy: 5,
  DeletePolicy: 5,
  DescribeCertificateAuthority: 20,
  DeleteCertificateAuthority: 10,
  CreateCertificateAuthority: 1,
  ListPermissions: 5,
};

/**
 * How many private CAs an account may have in a Region. A deleted one counts until the end of its restoration period.
 * Source: https://docs.aws.amazon.com/general/latest/gr/pca.html
 */
export const privateCaQuota = 200;

/** The shortest restoration period of a deleted CA, which is the one that the suite asks for, in days. */
export const restorationDays = 7;

/** What the suite takes of a documented quota, so that it never meets it: 4 of 5 calls a second. */
const usedShare = 0.8;

/** What is sent of each operation in a second where the user says nothing: the share above of the quota of 5. */
export const awsRate = 4;

/** The calls a second of one operation at a rate given for all: never beyond the share of its own quota. */
export function rateFor(operation: string, rate: number): number {
  const quota = Object.entries(documentedQuotas).find(([name]) => name === operation)?.[1];
  return quota === undefined ? rate : Math.min(rate, quota * usedShare);
}
