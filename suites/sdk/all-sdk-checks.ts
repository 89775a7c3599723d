// Every client check, in the order in which a run makes them.

import type { SdkCheck } from '../../harness/sdk/sdk-check.js';
import { answerChecks } from './answers.js';
import { cborAnswerChecks } from './cbor-answers.js';
import { cborErrorChecks } from './cbor-errors.js';
import { cborRequestChecks } from './cbor-requests.js';
import { deadlineChecks } from './deadline.js';
import { endpointChecks } from './endpoints.js';
import { errorChecks } from './errors.js';
import { requestChecks } from './request.js';
import { retryChecks } from './retry.js';
import { signatureChecks } from './signature.js';

export const allSdkChecks: readonly SdkCheck[] = [
  ...requestChecks,
  ...signatureChecks,
  ...errorChecks,
  ...answerChecks,
  ...retryChecks,
  ...deadlineChecks,
  ...endpointChecks,
  ...cborRequestChecks,
  ...cborAnswerChecks,
  ...cborErrorChecks,
];
