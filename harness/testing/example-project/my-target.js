// The fake as a target: for "pca-conformance run --target module:./my-target.js", and for the tests beside this file.

import * as sdk from '@aws-sdk/client-acm-pca';
import { fromClientMock } from 'pca-conformance';
import { createFake } from './my-fake.js';

export function createTarget() {
  return fromClientMock(createFake(), { name: 'my fake', sdk, offers: ['provision'] });
}
