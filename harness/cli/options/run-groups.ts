// All options of `run`, which the configuration file has too.

import { budgetOptions } from '../../run/options/budget-options.js';
import { evidenceOptions, judgingOptions } from '../../run/options/judging-options.js';
import { principalOptions } from '../../run/options/principal-options.js';
import { outputOptions } from '../../run/options/output-options.js';
import { selectionOptions } from '../../run/options/selection-options.js';
import { connectionOptions } from '../../run/options/target-options.js';
import { configOptions, displayOptions, reportOptions, runDisplayOptions } from './display-options.js';
import { liveGroups } from './live-options.js';
import { targetOptions } from './target-options.js';

export const runGroups = [
  targetOptions,
  connectionOptions,
  principalOptions,
  ...liveGroups,
  selectionOptions,
  budgetOptions,
  judgingOptions,
  evidenceOptions,
  outputOptions,
  runDisplayOptions,
  reportOptions,
  displayOptions,
  configOptions,
] as const;
