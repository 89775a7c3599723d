// The requirements as data: sources, answers, and the frozen ids and levels.
import { describe, expect, test } from 'vitest';
import { isRequirementId, requirementIds, requirements, requirementSet } from './index.js';
import type { Evidence, Level } from './requirement.js';
import { sources } from './sources.js';

const entries = requirementIds.map((id) => ({ id, ...requirements[id] }));

describe('sources', () => {
  /** Sources that were read and that carry no requirement. */
  const uncited = [
    { key: 'S10', reason: 'its contents stand in greater detail on the pages about RAM' },
    { key: 'O23', reason: 'an emulator is no evidence; it is listed because it was compared' },
  ];

  test('are known wherever they are cited', () => {
    const unknown = entries.flatMap(({ id, sources: cited }) =>
      cited.filter((key) => !Object.hasOwn(sources, key)).map((key) => `${id} cites ${key}`),
    );
    expect(unknown).toEqual([]);
  });

  test('are each cited by a requirement or listed as uncited', () => {
    const cited = new Set(entries.flatMap((entry) => entry.sources));
    const left = Object.keys(sources).filter((key) => !cited.has(key));
    expect(left).toEqual(uncited.map(({ key }) => key));
  });

  test('are named by every requirement that is not inferred', () => {
    const bare = entries.filter(({ evidence, sources: cited }) => evidence !== 'inferred' && cited.length === 0);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  test('are cited once by each requirement', () => {
    const repeating = entries.filter(({ sources: cited }) => new Set(cited).size !== cited.length);
    expect(repeating.map(({ id }) => id)).toEqual([]);
  });

  test('have addresses on the public web and a date', () => {
    for (const { urls, read } of Object.values(sources)) {
      for (const url of urls) expect(new URL(url).protocol).toBe('https:');
      expect(read).toMatch(/^20\d\d(-[01]\d(-[0-3]\d)?)?$/);
    }
  });
});

describe('answers', () => {
  test('leave a choice wherever any of several is acceptable', () => {
    // ERR-01: the other one is a name and not an answer of its own.
    const single = entries.filter(({ level, answers }) => level === 'any-of' && answers?.length === 1);
    expect(single.map(({ id }) => id)).toEqual(['ERR-01']);
  });

  test('are absent from an any-of requirement only where it is not about one answer', () => {
    const open = entries.filter(({ level, answers }) => level === 'any-of' && answers === undefined);
    expect(open.map(({ id }) => id)).toEqual([
      ...ids('WIRE', 15, 22, 23, 31, 32, 33),
      'POL-29',
      'PP-04',
      'GP-04',
      'GP-07',
      ...ids('ACC', 10, 11, 19, 20, 22),
      'CC-01',
      'ACM-05',
    ]);
  });

  test('do not repeat', () => {
    for (const { id, answers = [] } of entries) expect(new Set(answers).size, id).toBe(answers.length);
  });
});

function ids(prefix: string, ...numbers: readonly number[]): readonly string[] {
  return numbers.map((number) => `${prefix}-${String(number).padStart(2, '0')}`);
}

describe('verdicts', () => {
  test('are given on these requirements and on no other', () => {
    const judged = entries.filter(({ unjudged }) => unjudged === undefined).map(({ id }) => id);
    expect(judged).toEqual([
      ...ids('WIRE', 2, 3, 4, 7, 8, 10, 11),
      ...ids('ISO', 1),
      ...ids('WIRE', 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33),
      'AUTH-CB',
      ...ids('EQV', 1, 2, 3, 4, 5, 6),
      ...ids('ARN', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12),
      ...ids('POL', 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 25, 26, 27, 28, 29, 30),
      ...ids('POL', 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44),
      ...ids('PP', 1, 2, 3, 4, 5),
      ...ids('GP', 1, 2, 3, 4, 5, 6, 7, 9),
      ...ids('DP', 1, 2, 5, 6),
      ...ids('AUTH', 1, 3, 4, 5, 6, 7, 8, 9),
      ...ids('ACC', ...Array.from({ length: 23 }, (_, index) => index + 1)),
      ...ids('ST', 3, 4, 5, 6, 7),
      ...ids('ERR', 1, 3),
      ...ids('CC', 1, 2, 4),
      ...ids('ORG', 3),
    ]);
  });

  test('are given only on requirements that speak about an operation', () => {
    const idle = entries.filter(({ unjudged, operations }) => unjudged === undefined && operations.length === 0);
    expect(idle.map(({ id }) => id)).toEqual([]);
  });
});

describe('levels', () => {
  const levelOf: Readonly<Record<Evidence, Level>> = {
    documented: 'must',
    observed: 'must',
    'observed-derived': 'must',
    'observed-second-hand': 'any-of',
    'observed-sibling': 'any-of',
    ambiguous: 'any-of',
    inferred: 'note',
  };

  test('follow from the evidence but for these', () => {
    const departing = entries.filter(({ evidence, level }) => level !== levelOf[evidence]);
    expect(Object.fromEntries(departing.map(({ id, level }) => [id, level]))).toEqual({
      // Judged although inferred: the opposite would defeat the purpose of the operations.
      'WIRE-10': 'any-of',
      'WIRE-32': 'any-of',
      'WIRE-33': 'any-of',
      'ARN-12': 'any-of',
      'POL-06': 'any-of',
      'POL-44': 'any-of',
      'PP-02': 'any-of',
      'GP-07': 'any-of',
      // Documented by two pages together, and not seen live.
      'POL-27': 'any-of',
      // The text of an error never fails a target.
      'ARN-11': 'note',
      'AUTH-02': 'note',
      // Services of the JSON protocols were seen to answer with other names than those of the page.
      'AUTH-09': 'any-of',
      // The specification leaves room, or says what should be.
      'WIRE-15': 'any-of',
      'WIRE-23': 'any-of',
      'WIRE-24': 'note',
      'WIRE-28': 'note',
      'WIRE-29': 'note',
      'WIRE-31': 'any-of',
      // A policy of this form may be refused, or the service may convert it.
      'ACC-10': 'any-of',
      'ACC-11': 'any-of',
      'ACC-18': 'any-of',
      'ACC-19': 'any-of',
      'ACC-20': 'any-of',
      // Seen on a sibling operation, or some years ago.
      'ST-06': 'note',
      'ST-07': 'note',
    });
  });

  test('are frozen together with the ids', () => {
    expect(requirementSet.revision).toBe('2026-11-28');
    expect(Object.fromEntries(entries.map(({ id, level }) => [id, level]))).toEqual({
      'WIRE-01': 'must',
      'WIRE-02': 'must',
      'WIRE-03': 'must',
      'WIRE-04': 'must',
      'WIRE-05': 'must',
      'WIRE-06': 'must',
      'WIRE-07': 'must',
      'WIRE-08': 'must',
      'WIRE-09': 'must',
      'WIRE-10': 'any-of',
      'WIRE-11': 'must',
      'WIRE-12': 'must',
      'WIRE-13': 'must',
      'WIRE-14': 'must',
      'WIRE-15': 'any-of',
      'WIRE-16': 'must',
      'WIRE-17': 'must',
      'WIRE-18': 'must',
      'WIRE-19': 'must',
      'WIRE-20': 'must',
      'WIRE-21': 'must',
      'WIRE-22': 'any-of',
      'WIRE-23': 'any-of',
      'WIRE-24': 'note',
      'WIRE-25': 'must',
      'WIRE-26': 'must',
      'WIRE-27': 'must',
      'WIRE-28': 'note',
      'WIRE-29': 'note',
      'WIRE-30': 'must',
      'WIRE-31': 'any-of',
      'WIRE-32': 'any-of',
      'WIRE-33': 'any-of',
      'AUTH-CB': 'must',
      'EQV-01': 'must',
      'EQV-02': 'must',
      'EQV-03': 'must',
      'EQV-04': 'must',
      'EQV-05': 'must',
      'EQV-06': 'must',
      'ISO-01': 'must',

      'ARN-01': 'must',
      'ARN-02': 'any-of',
      'ARN-03': 'any-of',
      'ARN-04': 'any-of',
      'ARN-05': 'any-of',
      'ARN-06': 'any-of',
      'ARN-07': 'any-of',
      'ARN-08': 'any-of',
      'ARN-09': 'any-of',
      'ARN-10': 'note',
      'ARN-11': 'note',
      'ARN-12': 'any-of',

      'POL-01': 'must',
      'POL-02': 'any-of',
      'POL-03': 'any-of',
      'POL-04': 'any-of',
      'POL-05': 'must',
      'POL-06': 'any-of',
      'POL-07': 'any-of',
      'POL-08': 'must',
      'POL-10': 'must',
      'POL-11': 'must',
      'POL-12': 'any-of',
      'POL-13': 'must',
      'POL-14': 'must',
      'POL-15': 'must',
      'POL-16': 'must',
      'POL-17': 'must',
      'POL-18': 'must',
      'POL-19': 'must',
      'POL-20': 'must',
      'POL-21': 'must',
      'POL-22': 'must',
      'POL-23': 'must',
      'POL-24': 'must',
      'POL-25': 'any-of',
      'POL-26': 'any-of',
      'POL-27': 'any-of',
      'POL-28': 'any-of',
      'POL-29': 'any-of',
      'POL-30': 'any-of',
      'POL-31': 'any-of',
      'POL-32': 'any-of',
      'POL-33': 'any-of',
      'POL-34': 'note',
      'POL-35': 'any-of',
      'POL-36': 'any-of',
      'POL-37': 'any-of',
      'POL-38': 'any-of',
      'POL-39': 'note',
      'POL-40': 'any-of',
      'POL-41': 'any-of',
      'POL-42': 'any-of',
      'POL-43': 'any-of',
      'POL-44': 'any-of',

      'PP-01': 'must',
      'PP-02': 'any-of',
      'PP-03': 'must',
      'PP-04': 'any-of',
      'PP-05': 'must',
      'PP-06': 'any-of',

      'GP-01': 'must',
      'GP-02': 'must',
      'GP-03': 'must',
      'GP-04': 'any-of',
      'GP-05': 'must',
      'GP-06': 'must',
      'GP-07': 'any-of',
      'GP-08': 'must',
      'GP-09': 'note',

      'DP-01': 'must',
      'DP-02': 'must',
      'DP-03': 'must',
      'DP-04': 'must',
      'DP-05': 'must',
      'DP-06': 'any-of',

      'AUTH-01': 'must',
      'AUTH-02': 'note',
      'AUTH-03': 'note',
      'AUTH-04': 'any-of',
      'AUTH-05': 'must',
      'AUTH-06': 'must',
      'AUTH-07': 'must',
      'AUTH-08': 'must',
      'AUTH-09': 'any-of',

      'ACC-01': 'must',
      'ACC-02': 'any-of',
      'ACC-03': 'must',
      'ACC-04': 'must',
      'ACC-05': 'must',
      'ACC-06': 'must',
      'ACC-07': 'must',
      'ACC-08': 'must',
      'ACC-09': 'must',
      'ACC-10': 'any-of',
      'ACC-11': 'any-of',
      'ACC-12': 'must',
      'ACC-13': 'must',
      'ACC-14': 'any-of',
      'ACC-15': 'any-of',
      'ACC-16': 'must',
      'ACC-17': 'must',
      'ACC-18': 'any-of',
      'ACC-19': 'any-of',
      'ACC-20': 'any-of',
      'ACC-21': 'must',
      'ACC-22': 'any-of',
      'ACC-23': 'note',

      'ST-01': 'must',
      'ST-02': 'must',
      'ST-03': 'must',
      'ST-04': 'any-of',
      'ST-05': 'must',
      'ST-06': 'note',
      'ST-07': 'note',
      'ST-08': 'must',
      'ST-09': 'must',

      'ERR-01': 'any-of',
      'ERR-02': 'note',
      'ERR-03': 'must',
      'ERR-04': 'must',
      'ERR-07': 'note',

      'CC-01': 'any-of',
      'CC-02': 'any-of',
      'CC-03': 'must',
      'CC-04': 'note',

      'RAM-01': 'must',
      'RAM-02': 'must',
      'RAM-03': 'must',
      'RAM-04': 'must',
      'RAM-05': 'must',
      'RAM-06': 'must',
      'RAM-07': 'must',
      'RAM-08': 'must',
      'RAM-09': 'must',

      'ORG-01': 'must',
      'ORG-02': 'must',
      'ORG-03': 'must',

      'ACM-01': 'must',
      'ACM-02': 'must',
      'ACM-03': 'must',
      'ACM-04': 'must',
      'ACM-05': 'any-of',

      'Q-01': 'must',
      'Q-02': 'must',
      'Q-03': 'note',
      'Q-04': 'must',
      'CFN-01': 'must',
      'CT-01': 'must',

      'IAM-01': 'must',
      'IAM-02': 'must',
      'IAM-03': 'must',
      'IAM-04': 'must',
      'IAM-05': 'must',
      'IAM-06': 'must',
      'IAM-07': 'must',
      'IAM-08': 'must',
    });
  });
});

describe('isRequirementId', () => {
  test('accepts the ids of requirements only', () => {
    expect(isRequirementId('POL-15')).toBe(true);
    expect(isRequirementId('POL-09')).toBe(false);
    expect(isRequirementId('pol-15')).toBe(false);
    expect(isRequirementId('toString')).toBe(false);
  });
});
