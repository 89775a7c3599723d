// What the application relies on has to be as the service does it: each check of it is a test of its own.

import { describeConformance } from 'pca-conformance/vitest';
import { createTarget } from './my-target.js';

describeConformance(createTarget(), {
  filters: process.env['FILTERS']?.split(',') ?? ['put-policy/*', 'get-policy/*', 'delete-policy/*'],
  seed: 1,
});
