// The same without a test runner: the report is a value.

import { runConformance } from 'pca-conformance';
import { createTarget } from './my-target.js';

const report = await runConformance(createTarget(), { filters: ['PP-01', 'POL-05'], seed: 1, outDir: 'judged' });
const failed = report.checks.filter(({ verdict }) => verdict === 'fail');
process.stdout.write(`${failed.map(({ requirement }) => requirement).join(' ')}\n`);
process.exitCode = report.exit.code;
