// The published results on the page `reports/published/MATRIX.md` and in the picture that the README shows.

import { matrixOf, renderMatrixTable, verdictOn } from '../../../reports/matrix.js';
import { renderPublishedPicture, type ColorScheme, type PictureColumn } from '../../../reports/published-picture.js';
import { jsonAloneNotice } from '../../catalogue/current-clients.js';
import type { Matrix, MatrixRow } from '../../files/matrix.js';
import type { Report } from '../../files/report.js';

/** The prefix of files that hold the results of a client. */
export const sdkPrefix = 'sdk-';

export interface PublishedResult {
  /** The name of the file without its extension: the id of an emulator, or the prefix and the folder of a driver. */
  readonly name: string;
  readonly report: Report;
}

/**
 * The page with the tables of these results inserted: emulators between `<!-- matrix -->` and its end, clients
 * between `<!-- sdk-matrix -->` and its end.
 */
export function matricesInPage(page: string, results: readonly PublishedResult[]): string {
  const { emulators, clients } = parted(results);
  const matrix = tableOf(emulators, wasJudged);
  const notice = noticeFor(emulators);
  return inPlace(
    inPlace(page, 'matrix', matrix === '' ? '' : `${matrix}${notice}`),
    'sdk-matrix',
    tableOf(clients, tellsApart),
  );
}

/** Emulators by their titles; clients by those below. */
export function pictureOf(
  results: readonly PublishedResult[],
  titles: Readonly<Record<string, string>>,
  scheme: ColorScheme,
): string {
  const columnOf = ({ name, report }: PublishedResult): PictureColumn => ({
    title: titles[name] ?? clientTitles[name] ?? name,
    version: report.release?.version ?? '',
    report,
  });
  const { emulators, clients } = parted(results);
  return renderPublishedPicture(
    [
      { heading: 'Emulators', columns: emulators.map((each) => columnOf(each)) },
      { heading: 'Clients', columns: clients.map((each) => columnOf(each)) },
    ],
    scheme,
  );
}

const clientTitles: Readonly<Record<string, string>> = {
  'sdk-aws-cli': 'AWS CLI',
  'sdk-go': 'Go SDK',
  'sdk-java': 'Java SDK',
  'sdk-javascript': 'JavaScript SDK',
  'sdk-python': 'boto3',
};

function parted(
  results: readonly PublishedResult[],
): Readonly<Record<'emulators' | 'clients', readonly PublishedResult[]>> {
  const isClient = ({ name }: PublishedResult): boolean => name.startsWith(sdkPrefix);
  return { emulators: results.filter((each) => !isClient(each)), clients: results.filter((each) => isClient(each)) };
}

function wasJudged({ verdicts }: MatrixRow): boolean {
  return verdicts.some((each) => each === 'pass' || each === 'fail');
}

/** Rows that every client passes that was asked would fill pages; only those are left in which clients differ. */
function tellsApart({ verdicts }: MatrixRow): boolean {
  return verdicts.some((each) => each !== 'pass' && each !== null);
}

/** Which of the emulators current clients cannot use at all. */
function noticeFor(emulators: readonly PublishedResult[]): string {
  const jsonAlone = emulators.filter(({ report }) => verdictOn('WIRE-12', report) === 'fail');
  if (jsonAlone.length === 0) return '';
  const names = jsonAlone.map(({ name }) => name).join(' and ');
  return `\n\nProtocols: ${jsonAloneNotice}. Here that is ${names}.`;
}

/** Empty if there is no result. */
function tableOf(results: readonly PublishedResult[], isShown: (row: MatrixRow) => boolean): string {
  if (results.length === 0) return '';
  const matrix: Matrix = matrixOf(results.map(({ report }) => report));
  return renderMatrixTable({ ...matrix, requirements: matrix.requirements.filter((row) => isShown(row)) });
}

function inPlace(page: string, place: string, table: string): string {
  if (table === '') return page;
  const between = new RegExp(`(<!-- ${place} -->\\n)[\\s\\S]*?(<!-- /${place} -->)`);
  return page.replace(between, (_text, begin: string, end: string) => `${begin}\n${table}\n\n${end}`);
}
