// The fake of the application must behave as the service does: each check of it is a separate test.

import { describeConformance } from 'pca-conformance/vitest';
import { createTarget } from './my-target.js';

describeConformance(createTarget(), {
  filters: process.env['FILTERS']?.split(',') ?? ['put-policy/*', 'get-policy/*', 'delete-policy/*'],
  seed: 1,
});
