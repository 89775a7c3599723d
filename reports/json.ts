// The report as `results.json`.

import type { Report } from '../harness/files/report.js';

export function renderJson(report: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
