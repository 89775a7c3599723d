// Latency as one histogram for each operation, all on one scale.

import type { LatencyReport } from '../../harness/files/report.js';
import { durationWords } from '../headline.js';
import { countOf } from '../../harness/text/count.js';
import { markup, type Markup } from '../text/markup.js';

/** A bucket is a quarter of an octave wide. */
const stepsPerOctave = 4;
const height = 60;

export function renderLatency(latencies: readonly LatencyReport[]): Markup {
  const steps = latencies.flatMap(({ buckets }) => buckets.map(({ upToMs }) => stepOf(upToMs)));
  const range = { first: Math.min(...steps) - 1, last: Math.max(...steps) + 1 };
  return markup`<div class="latencies">${latencies.map((latency) => renderOperation(latency, range))}</div>`;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

function renderOperation(latency: LatencyReport, { first, last }: Range): Markup {
  const { operation, calls, buckets, maxMs } = latency;
  const most = Math.max(...buckets.map((bucket) => bucket.calls));
  const columns = last - first + 1;
  const bars = buckets.map((bucket) => {
    const tall = Math.max(1, (bucket.calls / most) * height);
    return markup`<rect class="bar" x="${(stepOf(bucket.upToMs) - first + 0.1).toFixed(2)}" y="${(height - tall).toFixed(1)}" width="0.8" height="${tall.toFixed(1)}"><title>up to ${durationWords(bucket.upToMs)}: ${countOf(bucket.calls, 'call')}</title></rect>`;
  });
  const quantiles = [
    ['half within', quantile(latency, 0.5)],
    ['95 %', quantile(latency, 0.95)],
    ['99 %', quantile(latency, 0.99)],
    ['slowest', maxMs],
  ] as const;
  const words = `${countOf(calls, 'call')} of ${operation}: ${quantiles.map(([name, ms]) => `${name} ${durationWords(ms)}`).join(', ')}`;
  return markup`<figure class="card"><figcaption><h3>${operation}</h3><span class="quiet small">${countOf(calls, 'call')}</span></figcaption>
<svg viewBox="0 0 ${columns} ${height}" preserveAspectRatio="none" role="img" aria-label="${words}">${bars}</svg>
<p class="axis" aria-hidden="true"><span>${durationWords(endOf(first))}</span><span>${durationWords(endOf(Math.round((first + last) / 2)))}</span><span>${durationWords(endOf(last))}</span></p>
<dl class="quantiles">${quantiles.map(([name, ms]) => markup`<dt>${name}</dt><dd>${durationWords(ms)}</dd>`)}</dl></figure>`;
}

function stepOf(upToMs: number): number {
  return Math.round(Math.log2(upToMs) * stepsPerOctave);
}

function endOf(step: number): number {
  return Number((2 ** (step / stepsPerOctave)).toPrecision(2));
}

/** The end of the bucket in which that share of the calls is reached, at most the maximum. */
function quantile({ calls, buckets, maxMs }: LatencyReport, share: number): number {
  let seen = 0;
  for (const bucket of buckets) {
    seen += bucket.calls;
    if (seen >= calls * share) return Math.min(bucket.upToMs, maxMs);
  }
  return maxMs;
}
