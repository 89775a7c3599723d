// The words of `report`. What runs them is loaded when it is needed.

import type { Command } from 'commander';
import type { OutputFlags } from './report-command.js';
import type { Terminal } from '../output/terminal.js';

/** Calls back with the exit code of the command that was run. */
export function addReportCommand(program: Command, terminal: Terminal, onExit: (code: number) => void): void {
  const command = program
    .command('report')
    .description('show the results of earlier runs: as pages, side by side, over time');
  const single = [
    ['html', 'one file for a browser'],
    ['markdown', 'for a comment or the summary of a job'],
    ['junit', 'JUnit XML'],
    ['badge', 'an image (.svg), or JSON for shields.io (.json)'],
  ] as const;
  for (const [kind, words] of single) {
    withOutput(command.command(kind).argument('<results>', 'the results.json of a run'))
      .description(words)
      .action(async (path: string, flags: OutputFlags) => {
        const { reportOne } = await import('./report-command.js');
        onExit(reportOne(kind, path, flags, terminal));
      });
  }
  withOutput(command.command('publish').argument('<results>', 'the results.json of a run'))
    .description('the same results without what belongs to one run, account or machine alone, and short')
    .action(async (path: string, flags: OutputFlags) => {
      const { reportPublished } = await import('./report-command.js');
      onExit(await reportPublished(path, flags, terminal));
    });
  withOutput(command.command('issue').argument('<case>', 'a case that a run saved'))
    .description('a failure as an issue for the tracker of the target, with a boto3 program that shows it')
    .action(async (path: string, flags: OutputFlags) => {
      const { reportIssue } = await import('./report-command.js');
      onExit(reportIssue(path, flags, terminal));
    });
  withOutput(command.command('matrix').argument('<results...>', 'one results.json for each target'))
    .description('targets as columns, requirements as rows (.md, .html or .json)')
    .action(async (paths: readonly string[], flags: OutputFlags) => {
      const { reportMatrix } = await import('./report-command.js');
      onExit(reportMatrix(paths, flags, terminal));
    });
  withOutput(command.command('trend').argument('<results...>', 'the results.json of several dates'))
    .description('divergence and coverage over time, and what changed (text, or .html)')
    .action(async (paths: readonly string[], flags: OutputFlags) => {
      const { reportTrend } = await import('./report-command.js');
      onExit(reportTrend(paths, flags, terminal));
    });
  command
    .command('diff')
    .argument('<old>', 'the results.json of the run before')
    .argument('<new>', 'the results.json to compare with it')
    .description('what changed: exit 1 where a check newly fails, or was judged before and is not now')
    .action(async (old: string, now: string) => {
      const { reportDiff } = await import('./report-command.js');
      onExit(reportDiff(old, now, terminal));
    });
  withOutput(command.command('merge').argument('<shard...>', 'the results.json of every part of a run'))
    .description('put the parts of a run together; ends with the exit code of the whole')
    .action(async (paths: readonly string[], flags: OutputFlags) => {
      const { reportMerge } = await import('./report-command.js');
      onExit(reportMerge(paths, flags, terminal));
    });
}

function withOutput(command: Command): Command {
  return command.option('-o, --output <file>', 'where to write, in place of the terminal');
}
