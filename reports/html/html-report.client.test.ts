// The HTML report in a real browser: its controls work, and hostile texts stay text.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../harness/files/report.js';
import { renderHtml } from './html-report.js';
import { matrixOf, renderMatrixHtml } from '../matrix.js';
import { findChromium, startChromium } from '../testing/chromium.js';
import { hostileText, hostileTexts } from '../testing/hostile-text.js';
import { failed, refusalMissed, reportOf, sampleReport } from '../testing/sample-report.js';
import { renderTrendHtml } from '../trend.js';

const path = findChromium();
const isSkipped = path === undefined && process.env['CI'] !== 'true';
const reason = isSkipped ? ' (skipped: there is no Chromium on this machine)' : '';
const screenshots = fileURLToPath(new URL('../../.cache/screenshots/', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface OpenPage {
  readonly page: Page;
  /** Console messages, including script errors, and external requests. */
  readonly complaints: readonly string[];
}

describe.skipIf(isSkipped)(`in Chromium${reason}`, () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    if (path === undefined) throw new Error('Chromium is required where CI=true; run .ci/install-chromium.');
    browser = await startChromium(path);
    folder = mkdtempSync(join(tmpdir(), 'pca-conformance-test-'));
    mkdirSync(screenshots, { recursive: true });
  });

  afterAll(async () => {
    await browser?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  let files = 0;
  async function open(html: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
    const file = join(folder, `${(files += 1)}.html`);
    writeFileSync(file, html);
    const context = await browser.newContext({ offline: true, viewport: { width: 1_400, height: 1_000 }, ...options });
    const page = await context.newPage();
    // The test itself has a limit, and the machine may be busy.
    page.setDefaultTimeout(0);
    const address = pathToFileURL(file).href;
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    page.on('request', (request) => {
      if (request.url() !== address) complaints.push(`request: ${request.url()}`);
    });
    await page.goto(address);
    return { page, complaints };
  }

  test('filters the requirements by verdict and level', async () => {
    const { page, complaints } = await open(renderHtml(sampleReport()));
    const rows = page.locator('#requirement-table tr[data-verdict]:visible');
    const shown = page.locator('output');
    expect(await rows.count()).toBe(8);
    await page.getByRole('checkbox', { name: 'fail' }).check();
    expect(await rows.count()).toBe(2);
    expect(await shown.textContent()).toBe('Showing 2 of 8');
    await page.getByRole('checkbox', { name: 'pass' }).check();
    expect(await rows.count()).toBe(4);
    await page.getByLabel('Level').selectOption('any-of');
    expect(await rows.count()).toBe(0);
    expect(await page.locator('#requirement-table .group:visible').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('searches the requirements, in every word of a row', async () => {
    const { page, complaints } = await open(renderHtml(sampleReport()));
    const rows = page.locator('#requirement-table tr[data-verdict]:visible');
    const search = page.getByRole('searchbox', { name: 'Search the requirements' });
    await search.fill('pol-05');
    expect(await rows.count()).toBe(1);
    // The statement is searched even while it is collapsed.
    await search.fill('JSON object POLICY');
    expect(await rows.first().textContent()).toContain('POL-05');
    await search.fill('no such words');
    expect(await rows.count()).toBe(0);
    await search.fill('');
    expect(await rows.count()).toBe(8);
    expect(complaints).toEqual([]);
  });

  test('expands and collapses failures, by button, by keyboard and by link', async () => {
    const { page, complaints } = await open(renderHtml(sampleReport()));
    const expected = page.getByText('InvalidPolicyException').first();
    expect(await expected.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Expand all' }).click();
    expect(await expected.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Collapse all' }).click();
    expect(await expected.isVisible()).toBe(false);
    await page.locator('.failure > summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.failure').first().getAttribute('open')).not.toBeNull();
    await page.keyboard.press('Enter');
    await page.locator('#requirement-table a[href^="#failure-get-policy"]').click();
    await page.locator('.failure[open]').getByText('GetPolicy returns an equivalent document').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('shows each failure with all that is known of it', async () => {
    const { page } = await open(renderHtml(sampleReport()));
    await page.getByRole('button', { name: 'Expand all' }).click();
    const refused = (await page.locator('.failure').nth(0).textContent()) ?? '';
    for (const part of ['POL-05', 'not JSON', 'AWS Private CA API Reference', 'PutPolicy', 'Expected', 'Actual']) {
      expect(refused.toLowerCase()).toContain(part.toLowerCase());
    }
    for (const part of ['The one difference: edit', 'Policy, accepted', 'Replay', 'AWS CLI', 'curl']) {
      expect(refused.toLowerCase()).toContain(part.toLowerCase());
    }
    const read = page.locator('.failure').nth(1);
    expect(await read.locator('.program > li').count()).toBe(4);
    expect(await read.locator('.diff .removed').first().textContent()).toContain('"Sid": "first"');
  });

  test('copies a line as it is', async () => {
    const { page, complaints } = await open(renderHtml(sampleReport()), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Expand all' }).click();
    const button = page.getByRole('button', { name: 'Copy the line for Replay' }).first();
    await button.click();
    await page.getByText('Copied').first().waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      'npx pca-conformance replay policy/words.json --target target of a replay',
    );
    expect(complaints).toEqual([]);
  });

  test('can be read and used with the keyboard alone', async () => {
    const { page } = await open(renderHtml(sampleReport()));
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    const outline = 'getComputedStyle(document.activeElement).outlineStyle';
    for (let key = 0; key < 30; key += 1) {
      expect(await page.evaluate(outline)).not.toBe('none');
      await page.keyboard.press('Tab');
    }
  });

  test('shows everything without a script', async () => {
    const { page } = await open(renderHtml(sampleReport()), { javaScriptEnabled: false });
    expect(await page.getByRole('button', { name: 'Expand all' }).count()).toBe(0);
    await page.locator('.failure > summary').first().click();
    expect(await page.getByText('InvalidPolicyException').first().isVisible()).toBe(true);
  });

  const pages: readonly (readonly [string, (report: Report) => string])[] = [
    ['report', renderHtml],
    ['matrix', (report) => renderMatrixHtml(matrixOf([report, reportOf(report.checks.slice(2))]))],
    ['trend', (report) => renderTrendHtml([report, { ...report, checks: report.checks.slice(2) }])],
  ];
  const views = [400, 1_400].flatMap((width) =>
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      pages.map(([name, render]) => ({ name, width, colorScheme, render })),
    ),
  );

  test.each(views)('the $name at $width px, $colorScheme: accessible, and no wider than the page', async (view) => {
    const { name, width, colorScheme, render } = view;
    // axe injects its own script.
    const options = { viewport: { width, height: 900 }, colorScheme, bypassCSP: true } as const;
    const { page } = await open(render(sampleReport()), options);
    // Content outside the viewport is not rendered, and would be missing in the image and for axe.
    await page.addStyleTag({ content: '* { content-visibility: visible !important; }' });
    const image = (what: string): string => join(screenshots, `${name}-${what}${width}-${colorScheme}.png`);
    await page.screenshot({ path: image(''), fullPage: true });
    await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
    await page.screenshot({ path: image('open-'), fullPage: true });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.evaluate(axe);
    const violations = await page.evaluate(
      'axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).slice(0, 3)))',
    );
    expect(violations).toEqual([]);
  });

  test.each(pages)('hostile texts in the %s are texts', async (_, render) => {
    for (const foreign of [hostileText, ...hostileTexts.map((text) => (place: string) => `${place} ${text}`)]) {
      const { page, complaints } = await open(render(sampleReport(foreign)));
      await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true');
      await page.mouse.move(500, 500);
      expect(await page.evaluate('globalThis.owned')).toBeUndefined();
      expect(await page.locator('script, style, img, iframe, object, embed').count()).toBe(2);
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(
        await page.evaluate(
          String.raw`/[\u202a-\u202e\u2066-\u2069\u001b]/.test(document.documentElement.textContent)`,
        ),
      ).toBe(false);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  test('a report of 5,000 failures can be searched, expanded and scrolled', async () => {
    const inputClasses = Array.from({ length: 5_000 }, (_, index) => `class/${index}`);
    const failures = inputClasses.map((inputClass) => refusalMissed((place) => place.repeat(20), inputClass));
    const checks = Array.from({ length: 50 }, (_, index) =>
      failed(`check/number-${index}`, 'POL-05', failures.slice(index * 100, (index + 1) * 100)),
    );
    const { page, complaints } = await open(renderHtml(reportOf(checks)));
    await page.getByRole('searchbox').fill('number-49');
    expect(await page.locator('#requirement-table tr[data-verdict]:visible').count()).toBe(1);
    await page.getByRole('button', { name: 'Expand all' }).click();
    expect(await page.locator('.example').first().isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('prints with every failure open', async () => {
    const { page } = await open(renderHtml(sampleReport()));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav').isVisible()).toBe(false);
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.getByText('InvalidPolicyException').first().isVisible()).toBe(true);
    await page.screenshot({ path: join(screenshots, 'report-print.png'), fullPage: true });
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.getByText('InvalidPolicyException').first().isVisible()).toBe(false);
  });
});
