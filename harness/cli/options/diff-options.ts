// What `diff` takes for its two targets.

import { optionGroup, path, pick, text } from '../../run/options/option-table.js';
import { selectionOptions } from '../../run/options/selection-options.js';
import { displayOptions } from './display-options.js';

export const sideOptions = optionGroup('Target:', {
  left: text('--left <target>', '"builtin", "builtin:http", or the URL of an emulator', { required: true }),
  right: text('--right <target>', 'the target to compare it with', { required: true }),
  leftAccessKey: text('--left-access-key <id>', 'access key for the left target (overrides --access-key)'),
  leftSecretKey: text('--left-secret-key <key>', 'secret key for the left target (overrides --secret-key)', {
    secret: true,
  }),
  rightAccessKey: text('--right-access-key <id>', 'access key for the right target (overrides --access-key)'),
  rightSecretKey: text('--right-secret-key <key>', 'secret key for the right target (overrides --secret-key)', {
    secret: true,
  }),
});
export const differenceOptions = optionGroup('What to write:', {
  outDir: path('--out <folder>', 'folder for differing programs, saved as cases', { default: '.pca/diff' }),
  json: { ...displayOptions.entries.json, description: 'the differences as JSON on stdout, everything else on stderr' },
  color: displayOptions.entries.color,
  quiet: { ...displayOptions.entries.quiet, description: 'differences and the last lines only' },
});
export const diffSelection = pick(selectionOptions, 'profile', 'seed', 'runs', 'filters');
