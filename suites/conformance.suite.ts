// Judges the built-in target by every check, one test each: what `npm run conformance` runs.

import { newestModelRevision } from '../harness/api/service-model.js';
import { describeConformance } from '../harness/library/vitest.js';
import { openTarget } from '../harness/run/session/open-target.js';
import { defaults } from '../harness/run/session/run-config.js';

const target = await openTarget({ ...defaults.target, choice: { kind: 'builtin' } }, newestModelRevision);

describeConformance(target, { seed: 1, settleMs: 0, consistency: 'linearizable', outDir: '.pca/conformance' });
