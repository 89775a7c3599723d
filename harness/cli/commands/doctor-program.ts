// Declares `doctor`.

import { judgingOptions } from '../../run/options/judging-options.js';
import { pick } from '../../run/options/option-table.js';
import { outputOptions } from '../../run/options/output-options.js';
import { principalOptions } from '../../run/options/principal-options.js';
import { connectionOptions } from '../../run/options/target-options.js';
import { addOptions } from '../options/command-options.js';
import { configOptions } from '../options/display-options.js';
import { runGroups } from '../options/run-groups.js';
import { targetOptions } from '../options/target-options.js';
import type { CommandHost } from './declare-command.js';

const folderOptions = pick(outputOptions, 'outDir');

export function addDoctorCommand({ program, terminal, onExit }: CommandHost): void {
  const command = program
    .command('doctor')
    .description('find problems before a run: this machine, the target, the options');
  const own = [
    targetOptions,
    connectionOptions,
    principalOptions,
    judgingOptions,
    folderOptions,
    pick(configOptions, 'config'),
  ];
  addOptions(command, own).action(async () => {
    const { configured } = await import('../options/configuration.js');
    const { namingOrigins } = await import('../options/given-options.js');
    const { doctorCommand } = await import('./doctor-command.js');
    const given = await configured(command, { own, known: runGroups }, terminal);
    onExit(await namingOrigins(given.origins, () => doctorCommand(given, terminal)));
  });
}
