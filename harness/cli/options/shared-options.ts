// Options that more than one command takes.

import { Option, type Command } from 'commander';
import { modelRevisions, newestModelRevision } from '../../api/service-model.js';
import { defaults } from '../../run/session/run-config.js';
import { consistencies } from '../../run/judge/levels.js';

/** One target, and how to reach it. */
export function withTargetOptions(command: Command): Command {
  command
    .option(
      '--target <target>',
      '"builtin", "builtin:http", "module:FILE", "driver:COMMAND", "aws", or the URL of an emulator',
      'builtin',
    )
    .option('--endpoint <url>', 'what a driver calls, where --target is one')
    .option('--emulator <name>', 'start this emulator for the run, in place of --target; "emulators" lists them')
    .option('--emulator-program <path>', 'the program of the emulator, where it is not on the PATH')
    .option('--start <command>', 'start what listens at the URL of --target or --endpoint, and stop it afterwards');
  return withEndpointOptions(command).addOption(
    new Option(
      '--consistency <rung>',
      'the order that overlapping calls must show (default: linearizable where built in, eventual elsewhere)',
    ).choices(consistencies),
  );
}

/** How a target is reached, whatever names it. */
export function withEndpointOptions(command: Command): Command {
  return command
    .option('--region <region>', 'the region to sign for', defaults.target.region)
    .addOption(modelRevisionOption())
    .option('--allow-host <host>', 'a host beside this machine that calls may go to (repeatable)', collect, [])
    .option('--ca-file <file>', "the authorities of the endpoint's certificate, as PEM")
    .option(
      '--access-key <id>',
      'to sign with; the AWS_* variables are for --target aws alone',
      defaults.target.accessKey,
    )
    .option(
      '--secret-key <key>',
      'its secret; the AWS_* variables are for --target aws alone',
      defaults.target.secretKey,
    )
    .option('--grantee-account <id>', 'another account, one that exists; shares with it must then be accepted')
    .option('--organization <id>', 'an organization that exists; shares with it must then be accepted')
    .option('--call-timeout <duration>', 'how long to wait for one answer', `${defaults.callTimeoutMs / 1_000}s`)
    .option(
      '--settle-ms <number>',
      'for how long a write may settle; a read may lag for twice that, and a run takes longer where reads do',
      String(defaults.settleMs),
    );
}

export function profileOption(): Option {
  return new Option('--profile <name>', 'how much to try').choices(['smoke', 'ci', 'nightly']).default('ci');
}

export function modelRevisionOption(): Option {
  return new Option('--model-revision <date>', 'the service model whose limits hold')
    .choices(modelRevisions)
    .default(newestModelRevision);
}

export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
