// The HTML reports as documents: whatever a target answers, they have the same elements and make no external requests.

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../harness/files/report.js';
import { renderBadgeSvg } from '../badge.js';
import { renderHtml } from './html-report.js';
import { matrixOf, renderMatrixHtml } from '../matrix.js';
import { hostileText, hostileTexts } from '../testing/hostile-text.js';
import { failed, refusalMissed, reportOf, sampleReport, type ForeignText } from '../testing/sample-report.js';
import { readXml, type XmlElement } from '../testing/well-formed-xml.js';
import { renderTrendHtml } from '../trend.js';

const pages: Readonly<Record<string, (report: Report) => string>> = {
  report: renderHtml,
  matrix: (report) => renderMatrixHtml(matrixOf([report, report])),
  trend: (report) => renderTrendHtml([report, report]),
};

/** The elements of a page, parsed strictly: every element ends, every attribute is quoted. */
function elementsOf(page: string): readonly XmlElement[] {
  const document = page.replace('<!doctype html>', '').replaceAll(/(<(style|script)>)[\s\S]*?(<\/\2>)/g, '$1$3');
  return readXml(document.trim());
}

/** All except copy buttons: a line with escaped characters has none. */
function namesOf(page: string): readonly string[] {
  return elementsOf(page)
    .filter(({ name }) => name !== 'button')
    .map(({ name, within }) => [...within, name].join(' '));
}

describe.each(Object.entries(pages))('the %s', (_, render) => {
  const expected = namesOf(render(sampleReport()));

  test('has the same elements whatever the target answers', () => {
    expect(namesOf(render(sampleReport(hostileText)))).toEqual(expected);
    for (const text of hostileTexts)
      expect(namesOf(render(sampleReport((place) => `${place} ${text}`)))).toEqual(expected);
  });

  test('has the same elements for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const foreign: ForeignText = (place) => `${place} ${text}`;
        expect(namesOf(render(sampleReport(foreign)))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  test('allows its own style and script by their hashes, and nothing else', () => {
    const page = render(sampleReport(hostileText));
    const [meta] = elementsOf(page).filter(({ attributes }) => 'http-equiv' in attributes);
    const policy = meta?.attributes['content'] ?? '';
    for (const name of ['style', 'script']) {
      const [, text = ''] = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(page) ?? [];
      const hash = createHash('sha256').update(text).digest('base64');
      expect(policy.replaceAll('&#39;', "'")).toContain(`${name}-src 'sha256-${hash}'`);
    }
    expect(policy).toContain('default-src &#39;none&#39;');
    expect(policy).not.toContain('unsafe');
  });

  test('names no address but those of its own places and of public sources', () => {
    for (const { name, attributes } of elementsOf(render(sampleReport(hostileText)))) {
      expect(Object.keys(attributes).filter((key) => key === 'src' || key === 'style' || key.startsWith('on'))).toEqual(
        [],
      );
      const isIcon = name === 'link';
      expect(attributes['href'] ?? '#').toMatch(isIcon ? /^data:,$/ : /^(#|https:\/\/)/);
    }
  });

  test('links to places that exist, each with an id of its own', () => {
    const elements = elementsOf(render(sampleReport()));
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = elements.flatMap(({ attributes }) => attributes['href'] ?? []).filter((href) => href.startsWith('#'));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(ids).toContain(link.slice(1));
  });
});

test('a report of 5,000 failures shows a line for each', () => {
  const inputClasses = Array.from({ length: 5_000 }, (_, index) => `class/${index}`);
  const half = (from: number): string[] => inputClasses.slice(from, from + 2_500);
  const checks = [0, 2_500].map((from) =>
    failed(
      `check/from-${from}`,
      'POL-05',
      half(from).map((inputClass) => refusalMissed((place) => place, inputClass)),
    ),
  );
  const page = renderHtml(reportOf(checks));
  for (const inputClass of inputClasses) expect(page.includes(`replay ${inputClass}.json`), inputClass).toBe(true);
  expect(page.split('<details class="example"').length - 1).toBe(400);
});

test('the badge is an image of the same elements for any text', () => {
  const names = (report: Report): readonly string[] => readXml(renderBadgeSvg(report).trim()).map(({ name }) => name);
  expect(names(sampleReport(hostileText))).toEqual(names(sampleReport()));
});
