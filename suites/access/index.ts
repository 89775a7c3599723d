// The checks on what a policy does.

import type { Check } from '../../harness/run/cases/check.js';
import { changeChecks } from './changes.js';
import { grantChecks } from './grants.js';
import { identityChecks } from './identities.js';
import { listChecks } from './lists.js';

export const accessChecks: readonly Check[] = [...grantChecks, ...changeChecks, ...identityChecks, ...listChecks];
