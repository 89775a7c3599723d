import type { KnownEmulator } from '../known-emulator.js';

export const emulator: KnownEmulator = {
  title: 'LocalStack for AWS',
  homepage: 'https://docs.localstack.cloud/aws/services/acm-pca/',
  license: 'proprietary',
  install: ['a container runtime, and a licence that covers ACM PCA with its auth token'],
  principals: { grantee: 'account:222222222222', third: 'account:333333333333' },
  reach: '--target http://127.0.0.1:4566',
  remark: 'Container image; the suite neither downloads nor starts it.',
};
