// The options that choose a target.

import { optionGroup, text, texts } from '../../run/options/option-table.js';

export const targetOptions = optionGroup('Target:', {
  target: text(
    '--target <target>',
    '"builtin", "builtin:http", "module:FILE", "driver:COMMAND", "aws", or the URL of an emulator',
    { default: 'builtin' },
  ),
  endpoint: text('--endpoint <url>', 'URL that the driver of --target calls'),
  emulator: text('--emulator <name>', 'start this emulator for the run, instead of --target; "emulators" lists them'),
  emulatorProgram: text('--emulator-program <path>', 'program of the emulator, if it is not on the PATH'),
  start: text('--start <command>', 'start what listens at the URL of --target or --endpoint, and stop it afterwards'),
  allowHosts: texts('--allow-host <host>', 'additional host that requests may be sent to'),
});
