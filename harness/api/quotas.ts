// The documented quotas of AWS Private CA, in calls per second for each account and Region.
// Source: https://docs.aws.amazon.com/general/latest/gr/pca.html

import type { OperationName } from './operation.js';

/** By operation; the suite has no source for the quotas of the others. */
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
 * The maximum number of private CAs of an account in a Region. A deleted CA counts until its restoration period ends.
 * Source: https://docs.aws.amazon.com/general/latest/gr/pca.html
 */
export const privateCaQuota = 200;

/** The shortest restoration period of a deleted CA in days, which the suite uses. */
export const restorationDays = 7;

/** The share of a documented quota that the suite uses, so that it is never throttled: 4 of 5 calls per second. */
const usedShare = 0.8;

/** The default rate of each operation in calls per second: the share above of the quota of 5. */
export const awsRate = 4;

/** The calls per second of an operation at a rate for all: at most the share above of its own quota. */
export function rateFor(operation: string, rate: number): number {
  const quota = Object.entries(documentedQuotas).find(([name]) => name === operation)?.[1];
  return quota === undefined ? rate : Math.min(rate, quota * usedShare);
}
