// The picture of published results: what it counts, and that no text in it becomes markup.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../harness/files/report.js';
import type { CheckVerdict } from '../harness/files/verdicts.js';
import { renderPublishedPicture, type PictureColumn } from './published-picture.js';
import { hostileTexts } from './testing/hostile-text.js';
import { passed, reportOf } from './testing/sample-report.js';
import { readXml } from './testing/well-formed-xml.js';

function reportWith(...found: readonly (readonly [id: string, requirement: string, verdict: CheckVerdict])[]): Report {
  return reportOf(found.map(([id, requirement, verdict]) => ({ ...passed(id, requirement), verdict })));
}

function picture(...columns: readonly PictureColumn[]): string {
  return renderPublishedPicture([{ heading: 'Emulators', columns }], 'light');
}

function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
}

const one = { title: 'one', version: '1.0' };

describe('the rows', () => {
  test('count requirements by area, each by the worst verdict of its checks', () => {
    const report = reportWith(
      ['a/1', 'PP-01', 'pass'],
      ['a/2', 'PP-01', 'fail'],
      ['a/3', 'PP-02', 'pass'],
      ['a/4', 'PP-03', 'blocked'],
      ['a/5', 'GP-01', 'pass'],
      ['a/6', 'GP-03', 'pass'],
    );
    expect(
      textsOf(picture({ ...one, report }))
        .slice(0, 12)
        .join(' '),
    ).toBe('Emulators one 1.0 PutPolicy 1 1 1 GetPolicy 2 All 3 1');
  });

  test('leave out requirements that are not testable or excluded, and areas without any other', () => {
    const report = reportWith(['a/1', 'PP-01', 'pass'], ['a/2', 'PP-05', 'not-testable'], ['a/3', 'Q-01', 'excluded']);
    const texts = textsOf(picture({ ...one, report }));
    expect(texts.slice(3, 7)).toEqual(['PutPolicy', '1', 'All', '1']);
  });

  test('are the topics of the checks for clients', () => {
    const report = reportWith(['sdk-retry/waits', 'SDK-80', 'pass'], ['sdk-errors/names', 'SDK-45', 'fail']);
    expect(textsOf(picture({ ...one, report }))).toEqual(expect.arrayContaining(['Retries', 'Errors']));
  });
});

test('has a description in words', () => {
  const report = reportWith(['a/1', 'PP-01', 'fail'], ['a/2', 'GP-01', 'pass'], ['a/3', 'ST-03', 'unsupported']);
  const svg = picture({ ...one, report });
  expect(svg).toContain('role="img" aria-labelledby="title description"');
  expect(svg).toContain('>one 1.0: 1 passed, 1 failed, 1 not judged; failed: PutPolicy 1.</desc>');
});

test('has the same elements whatever the target is called, in both colour schemes', () => {
  const report = reportWith(['a/1', 'PP-01', 'fail']);
  const elements = (title: string, scheme: 'light' | 'dark'): readonly string[] =>
    readXml(
      renderPublishedPicture([{ heading: 'Emulators', columns: [{ title, version: title, report }] }], scheme).trim(),
    ).map(({ name, within }) => [...within, name].join(' '));
  const expected = elements('moto', 'light');
  const holds = (title: string): void => {
    expect(elements(title, 'light')).toEqual(expected);
    expect(elements(title, 'dark')).toEqual(expected);
  };
  for (const text of hostileTexts) holds(text);
  fc.assert(fc.property(fc.string(), holds), { numRuns: 50 });
});

test('draws nothing beyond its edges', () => {
  const report = reportWith(['a/1', 'PP-01', 'fail'], ['sdk-retry/a', 'SDK-80', 'pass']);
  const columns = Array.from({ length: 8 }, () => ({ title: 'a title of many words', version: '1.0', report }));
  const elements = readXml(picture(...columns).trim());
  const [, , width = 0, height = 0] = (elements[0]?.attributes['viewBox'] ?? '').split(' ').map(Number);
  for (const { name, attributes } of elements.filter((each) => each.name === 'rect' || each.name === 'text')) {
    const [x, y] = [Number(attributes['x']), Number(attributes['y'])];
    const [right, bottom] = [x + Number(attributes['width'] ?? 0), y + Number(attributes['height'] ?? 0)];
    expect(x >= 0 && y >= 0 && right <= width && bottom <= height, `${name} ${x} ${y}`).toBe(true);
  }
});
