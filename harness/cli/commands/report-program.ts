// Declares `report`.

import { fileOptions, issueOptions } from '../options/display-options.js';
import { declareOptions, type CommandHost } from './declare-command.js';

export function addReportCommand(host: CommandHost): void {
  const { terminal } = host;
  const command = host.program
    .command('report')
    .description('show the results of earlier runs: as pages, side by side, over time');
  const single = [
    ['html', 'one file for a browser'],
    ['markdown', 'for a comment or the summary of a job'],
    ['junit', 'JUnit XML'],
    ['badge', 'an image (.svg), or JSON for shields.io (.json)'],
  ] as const;
  for (const [kind, words] of single) {
    declareOptions(
      host,
      command.command(kind).argument('<results>', 'the results.json of a run').description(words),
      [fileOptions],
      async (given, path: string) => {
        const { reportOne } = await import('./report-command.js');
        return reportOne(kind, path, given.of(fileOptions), terminal);
      },
    );
  }
  declareOptions(
    host,
    command
      .command('publish')
      .argument('<results>', 'the results.json of a run')
      .description('the same results without what belongs to one run, account or machine alone, and short'),
    [fileOptions],
    async (given, path: string) => {
      const { reportPublished } = await import('./report-command.js');
      return reportPublished(path, given.of(fileOptions), terminal);
    },
  );
  declareOptions(
    host,
    command
      .command('issue')
      .argument('<file>', 'a case that a run saved, or with --check the results.json of sdk')
      .description('a failure as an issue for the tracker of the target, with a boto3 program that shows it'),
    [issueOptions, fileOptions],
    async (given, path: string) => {
      const { reportIssue } = await import('./report-command.js');
      return reportIssue(path, { ...given.of(issueOptions), ...given.of(fileOptions) }, terminal);
    },
  );
  declareOptions(
    host,
    command
      .command('matrix')
      .argument('<results...>', 'one results.json for each target')
      .description('targets as columns, requirements as rows (.md, .html or .json)'),
    [fileOptions],
    async (given, paths: readonly string[]) => {
      const { reportMatrix } = await import('./report-command.js');
      return reportMatrix(paths, given.of(fileOptions), terminal);
    },
  );
  declareOptions(
    host,
    command
      .command('trend')
      .argument('<results...>', 'the results.json of several dates')
      .description('divergence and coverage over time, and what changed (text, or .html)'),
    [fileOptions],
    async (given, paths: readonly string[]) => {
      const { reportTrend } = await import('./report-command.js');
      return reportTrend(paths, given.of(fileOptions), terminal);
    },
  );
  const diff = command
    .command('diff')
    .argument('<old>', 'the results.json of the run before')
    .argument('<new>', 'the results.json to compare with it')
    .description('what changed: exit 1 if a check newly fails, or was judged before and is not now');
  declareOptions(host, diff, [], async (_given, old: string, now: string) => {
    const { reportDiff } = await import('./report-command.js');
    return reportDiff(old, now, terminal);
  });
  declareOptions(
    host,
    command
      .command('merge')
      .argument('<shard...>', 'the results.json of every part of a run')
      .description('put the parts of a run together; ends with the exit code of the whole'),
    [fileOptions],
    async (given, paths: readonly string[]) => {
      const { reportMerge } = await import('./report-command.js');
      return reportMerge(paths, given.of(fileOptions), terminal);
    },
  );
}
