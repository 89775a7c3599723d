// The style of the HTML reports: system fonts, light and dark, for narrow and wide screens and for paper.

export const style = `
:root {
  color-scheme: light dark;
  --ground: #f7f7f5; --surface: #ffffff; --sunken: #f1f2ef; --ink: #1d2024; --quiet: #585f69; --line: #dfe1dc;
  --accent: #24588a; --focus: #1f6fd6;
  --good: #1c6e46; --good-wash: #e4f2ea; --bad: #a92f27; --bad-wash: #fbeae7; --warn: #7d5200; --warn-wash: #faf0da;
  --idle: #5f6670; --idle-wash: #eceef0; --removed: #f9d6d1; --added: #cdebd8;
  --heat-1: #cfe3f4; --heat-2: #9cc4e6; --heat-3: #669fd0; --heat-4: #3778b1; --heat-5: #1f5585;
  --radius: 10px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14161a; --surface: #1c1f24; --sunken: #23272d; --ink: #e8e9ea; --quiet: #a6adb7; --line: #343940;
    --accent: #8fbfec; --focus: #7db4f5;
    --good: #74d09e; --good-wash: #173626; --bad: #f49a90; --bad-wash: #3f1f1d; --warn: #e9bd6a; --warn-wash: #3a2d12;
    --idle: #a9b0ba; --idle-wash: #2b3037; --removed: #6a2a25; --added: #1d5236;
    --heat-1: #233a50; --heat-2: #2e5476; --heat-3: #3d74a3; --heat-4: #5d9bd0; --heat-5: #a3cdf3;
  }
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 400 1rem/1.55 system-ui, sans-serif; }
h1, h2, h3, h4, h5, p, dl, dd, ol, ul, figure, pre { margin: 0; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2vw, 2.6rem); line-height: 1.15; letter-spacing: -0.02em; font-weight: 680; }
h2 { font-size: 1.35rem; letter-spacing: -0.01em; line-height: 1.25; font-weight: 650; }
h3 { font-size: 1rem; font-weight: 600; line-height: 1.4; overflow-wrap: anywhere; }
h4 { font-size: 0.92rem; font-weight: 600; }
h5 { font-size: 0.75rem; font-weight: 600; color: var(--quiet); text-transform: uppercase; letter-spacing: 0.05em; }
a { color: var(--accent); text-underline-offset: 0.18em; }
code, pre { font: 0.86em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; unicode-bidi: isolate; }
code { overflow-wrap: anywhere; white-space: pre-wrap; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.wrap { max-width: 74rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--surface); padding: 0.5rem 1rem; z-index: 3; }
.skip:focus { top: 0.5rem; }
.quiet { color: var(--quiet); }
.small { font-size: 0.875rem; }

.masthead { background: var(--surface); border-top: 6px solid var(--idle); padding: clamp(1.5rem, 4vw, 2.75rem) 0 1.5rem; }
.masthead.good { border-color: var(--good); } .masthead.bad { border-color: var(--bad); } .masthead.unsure { border-color: var(--warn); }
.masthead .eyebrow { color: var(--quiet); font-size: 0.875rem; margin-bottom: 0.6rem; }
.masthead .target { margin-top: 0.6rem; font-size: 1.1rem; }
.masthead .exit { margin-top: 0.2rem; color: var(--quiet); }
nav { position: sticky; top: 0; z-index: 2; background: var(--surface); border-bottom: 1px solid var(--line); }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; column-gap: 1.5rem; }
nav a { display: block; padding: 0.7rem 0; color: var(--ink); text-decoration: none; font-size: 0.92rem; }
nav a:hover { color: var(--accent); text-decoration: underline; }
nav .count { color: var(--quiet); font-variant-numeric: tabular-nums; }
main.wrap { padding-bottom: 4rem; }
section { margin-top: 2.75rem; }
section > h2 { margin-bottom: 0.35rem; }
section > .lead { color: var(--quiet); margin-bottom: 1.1rem; max-width: 46rem; }
footer { border-top: 1px solid var(--line); padding: 1.5rem 0 3rem; color: var(--quiet); font-size: 0.875rem; }

.stats { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; }
.card + .scroll { margin-top: 1rem; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.1rem 1.25rem; }
.abilities { list-style: none; padding: 0; margin-top: 0.5rem; display: grid; gap: 0.35rem; }
.stat .number { font-size: 2.1rem; font-weight: 650; letter-spacing: -0.02em; line-height: 1.2; font-variant-numeric: tabular-nums; margin: 0.15rem 0; }
.stat svg { display: block; width: 100%; height: 8px; margin-top: 0.8rem; border-radius: 4px; }
.track { fill: var(--idle-wash); }
.fill-good, .fill-pass { fill: var(--good); } .fill-bad, .fill-fail { fill: var(--bad); } .fill-accent { fill: var(--heat-4); }
.fill-indeterminate, .fill-vacuous { fill: var(--warn); } .fill-blocked, .fill-unsupported, .fill-not-testable { fill: var(--idle); } .fill-excluded { fill: var(--line); }
.verdicts { margin-top: 1rem; }
.verdicts svg { display: block; width: 100%; height: 14px; border-radius: 7px; }
.legend { list-style: none; padding: 0; margin-top: 0.8rem; display: flex; flex-wrap: wrap; gap: 0.35rem 1.25rem; font-size: 0.9rem; }
.legend svg { display: inline-block; width: 0.75rem; height: 0.75rem; border-radius: 3px; margin-right: 0.4rem; vertical-align: -0.05rem; }
.alert { border-left: 5px solid var(--warn); background: var(--warn-wash); border-radius: var(--radius); padding: 0.9rem 1.1rem; margin-top: 1.5rem; }
.alert ul { padding-left: 1.2rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 0 2.5rem; margin-top: 1rem; }
.facts > div { display: flex; justify-content: space-between; gap: 1rem; border-bottom: 1px solid var(--line); padding: 0.45rem 0; }
.facts + h3 { margin-top: 1.4rem; }
.facts dt { color: var(--quiet); white-space: nowrap; } .facts dd { text-align: right; overflow-wrap: anywhere; }

.tag { display: inline-block; border-radius: 999px; padding: 0.05rem 0.6rem; font-size: 0.8rem; font-weight: 600; white-space: nowrap; background: var(--idle-wash); color: var(--idle); }
.tag.pass { background: var(--good-wash); color: var(--good); } .tag.fail { background: var(--bad-wash); color: var(--bad); }
.tag.indeterminate, .tag.vacuous { background: var(--warn-wash); color: var(--warn); }
.id { font-weight: 650; font-variant-numeric: tabular-nums; white-space: nowrap; }

.tools { display: flex; flex-wrap: wrap; gap: 0.6rem 1rem; align-items: center; margin-bottom: 1rem; }
button, input[type="search"], select { font: inherit; font-size: 0.9rem; color: var(--ink); background: var(--surface); border: 1px solid var(--quiet); border-radius: 8px; padding: 0.35rem 0.8rem; min-height: 2.2rem; }
button { cursor: pointer; } button:hover { background: var(--sunken); }
.tools .field { flex: 1 1 16rem; } .tools .field input { width: 100%; }
.pills { display: flex; flex-wrap: wrap; gap: 0.4rem; border: 0; padding: 0; margin: 0; }
.pills label { display: inline-flex; align-items: center; gap: 0.4rem; border: 1px solid var(--line); border-radius: 999px; padding: 0.2rem 0.8rem; font-size: 0.875rem; background: var(--surface); cursor: pointer; }
.pills input { accent-color: var(--accent); margin: 0; }
.pills label:has(:checked) { border-color: var(--accent); background: var(--sunken); }

details > summary { cursor: pointer; list-style-position: inside; }
.failure { background: var(--surface); border: 1px solid var(--line); border-left: 5px solid var(--bad); border-radius: var(--radius); margin-bottom: 0.6rem; content-visibility: auto; contain-intrinsic-size: auto 4rem; }
.failure > summary { list-style: none; display: grid; grid-template-columns: 4.8rem 1fr auto; gap: 0.1rem 0.9rem; align-items: baseline; padding: 0.75rem 1.1rem; }
.failure > summary::-webkit-details-marker { display: none; }
.failure > summary::after { content: "+"; grid-column: 3; grid-row: 1 / span 2; align-self: center; font-size: 1.4rem; line-height: 1; color: var(--quiet); }
.failure[open] > summary::after { content: "\\2212"; }
.failure > summary .meta { grid-column: 2; color: var(--quiet); font-size: 0.85rem; }
.failure > .inside { padding: 0.25rem 1.1rem 1.1rem; border-top: 1px solid var(--line); }
.statement { font-size: 1.02rem; max-width: 52rem; margin: 0.9rem 0 0.4rem; }
.sources { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.1rem 1.25rem; font-size: 0.875rem; margin-bottom: 0.9rem; }
.example { border-top: 1px solid var(--line); padding: 0.55rem 0; }
.example > summary { padding: 0.15rem 0; } .example > summary h4 { display: inline; }
.example > summary .meta { color: var(--quiet); font-size: 0.85rem; margin-left: 0.5rem; }
.example > .inside { display: grid; gap: 1rem; padding: 0.75rem 0 0.75rem; }
.rest { border-top: 1px solid var(--line); padding: 0.55rem 0; } .rest ol { list-style: none; padding: 0; }
.rest li { padding: 0.4rem 0; content-visibility: auto; contain-intrinsic-size: auto 4.5rem; }
.program { list-style: none; padding: 0; counter-reset: step; display: grid; gap: 0.5rem; margin-top: 0.35rem; }
.program > li { counter-increment: step; position: relative; background: var(--sunken); border-radius: 8px; padding: 0.6rem 0.9rem 0.6rem 2.6rem; }
.program > li::before { content: counter(step); position: absolute; left: 0.9rem; top: 0.6rem; color: var(--quiet); font-weight: 650; font-variant-numeric: tabular-nums; }
.program > li.wrong { box-shadow: inset 3px 0 0 var(--bad); }
.members { display: grid; grid-template-columns: minmax(5rem, auto) 1fr; gap: 0.1rem 0.9rem; margin: 0.25rem 0; }
.members dt { color: var(--quiet); font-size: 0.85rem; } .members dd { min-width: 0; }
.answer::before { content: "\\2192\\00a0"; color: var(--quiet); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0.75rem; }
.pair > div { border-radius: 8px; padding: 0.6rem 0.9rem; }
.pair .expected { background: var(--good-wash); } .pair .actual { background: var(--bad-wash); }
.pair h5 { color: inherit; } .pair .expected h5 { color: var(--good); } .pair .actual h5 { color: var(--bad); }
.diff { list-style: none; padding: 0.6rem 0.9rem; background: var(--sunken); border-radius: 8px; margin-top: 0.35rem; }
.diff li { padding-left: 1.2rem; position: relative; } .diff li::before { position: absolute; left: 0.15rem; font-family: ui-monospace, monospace; }
.diff .removed { background: var(--removed); } .diff .removed::before { content: "\\2212"; }
.diff .added { background: var(--added); } .diff .added::before { content: "+"; }
.diff .skipped { color: var(--quiet); font-size: 0.85rem; }
.edit { margin-top: 0.35rem; background: var(--sunken); border-radius: 8px; padding: 0.6rem 0.9rem; }
.edit dt { color: var(--quiet); font-size: 0.85rem; } .edit dd + dt { margin-top: 0.5rem; }
del, ins { text-decoration: none; border-radius: 3px; padding: 0.05em 0.15em; }
del { background: var(--removed); } ins { background: var(--added); }
.command { display: grid; grid-template-columns: 4.5rem 1fr auto; gap: 0.75rem; align-items: start; background: var(--sunken); border-radius: 8px; padding: 0.5rem 0.6rem 0.5rem 0.9rem; margin-top: 0.35rem; }
.command .name { color: var(--quiet); font-size: 0.85rem; padding-top: 0.15rem; } .command code { padding-top: 0.15rem; }
.command button { min-height: 1.9rem; padding: 0.15rem 0.7rem; font-size: 0.85rem; }

table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.6rem 0.75rem; border-bottom: 1px solid var(--line); }
thead th { font-size: 0.8rem; color: var(--quiet); font-weight: 600; border-bottom-color: var(--quiet); }
.number-cell { text-align: right; font-variant-numeric: tabular-nums; }
.requirements { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 0.25rem 0.4rem; }
.requirements tbody:last-child tr:last-child > * { border-bottom: 0; }
.requirements .group th { background: var(--sunken); font-size: 0.875rem; padding: 0.4rem 0.75rem; border-radius: 6px; }
.requirements .meta { color: var(--quiet); font-size: 0.85rem; overflow-wrap: anywhere; }
.requirements details { font-size: 0.9rem; margin-top: 0.2rem; } .requirements details > summary { color: var(--accent); width: fit-content; }
.requirements details ul { padding-left: 1.1rem; margin: 0.2rem 0; }
.inside > * { min-width: 0; }
.scroll { overflow-x: auto; } .scroll table { min-width: 100%; }
.claims { table-layout: fixed; } .claims td { overflow-wrap: anywhere; }
.claims thead th:first-child { width: 6.75rem; } .claims thead th:last-child { width: 8.5rem; }
.matrix td { white-space: nowrap; } .matrix .claim { white-space: normal; min-width: 18rem; }
.matrix thead th { min-width: 7rem; } .matrix thead code { overflow-wrap: anywhere; }

.strips { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 0.4rem 1.1rem; }
.strips > details { border-bottom: 1px solid var(--line); padding: 0.5rem 0; } .strips > details:last-child { border: 0; }
.strips > details > summary { display: grid; grid-template-columns: minmax(0, 22rem) 1fr; gap: 0.2rem 1.25rem; align-items: center; list-style: none; }
.strips > details > summary::-webkit-details-marker { display: none; }
.strips .name { overflow-wrap: anywhere; font-size: 0.9rem; }
.strip { display: flex; flex-wrap: wrap; gap: 3px; }
.cell { width: 13px; height: 13px; border-radius: 3px; background: var(--heat-1); position: relative; }
.heat-0 { background: none; border: 1.5px dashed var(--quiet); } .heat-2 { background: var(--heat-2); } .heat-3 { background: var(--heat-3); } .heat-4 { background: var(--heat-4); } .heat-5 { background: var(--heat-5); }
.cell.failed { background: var(--bad); } .cell.failed::after { content: ""; position: absolute; inset: 4px; background: var(--surface); border-radius: 50%; }
.heat-legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1.1rem; font-size: 0.85rem; color: var(--quiet); margin-bottom: 0.8rem; padding: 0; list-style: none; }
.heat-legend .cell { display: inline-block; margin-right: 0.35rem; vertical-align: -0.1rem; }

.latencies { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 1rem; }
.latencies svg { display: block; width: 100%; height: 72px; margin: 0.6rem 0 0.1rem; }
.latencies .bar { fill: var(--heat-3); } .latencies .base { stroke: var(--line); }
.axis { display: flex; justify-content: space-between; color: var(--quiet); font-size: 0.78rem; }
.quantiles { display: grid; grid-template-columns: repeat(4, auto); justify-content: space-between; margin-top: 0.6rem; font-size: 0.85rem; }
.quantiles dt { color: var(--quiet); } .quantiles dd { font-variant-numeric: tabular-nums; font-weight: 600; }
.quantiles dt { grid-row: 1; } .quantiles dd { grid-row: 2; }
.chart { width: 100%; height: auto; display: block; }
.chart .grid { stroke: var(--line); } .chart text { fill: var(--quiet); font-size: 11px; }
.chart .divergence { stroke: var(--bad); fill: none; } .chart .coverage { stroke: var(--heat-4); fill: none; stroke-dasharray: 6 4; }
.chart .divergence-dot { fill: var(--bad); } .chart .coverage-dot { fill: var(--heat-4); }

@media (max-width: 40rem) {
  th, td { padding: 0.5rem 0.4rem; }
  nav { position: static; }
  .facts { grid-template-columns: 1fr; }
  .failure > summary { grid-template-columns: 1fr auto; padding: 0.75rem 0.9rem; }
  .failure > summary > * { grid-column: 1; } .failure > summary .meta { grid-column: 1; }
  .failure > summary::after { grid-column: 2; }
  .failure > .inside { padding-inline: 0.9rem; }
  .members { grid-template-columns: 1fr; } .members dd { margin-bottom: 0.25rem; }
  .command { grid-template-columns: 1fr auto; } .command code { grid-column: 1 / -1; grid-row: 2; padding: 0; }
  .strips > details > summary { grid-template-columns: 1fr; }
  .requirements { padding: 0; }
  .claims .id { font-size: 0.9rem; } .claims thead th:first-child { width: 5rem; } .claims thead th:last-child { width: 6.9rem; }
  .claims .tag { padding: 0.05rem 0.4rem; font-size: 0.75rem; }
}
@media print {
  :root { --ground: #fff; --surface: #fff; --sunken: #f5f5f3; --ink: #000; --quiet: #444; --line: #bbb; --accent: #000; --good: #14532f; --bad: #8d1f18; --warn: #5d3d00; --idle: #444; --good-wash: #e4f2ea; --bad-wash: #fbeae7; --warn-wash: #faf0da; --idle-wash: #eee; --removed: #f9d6d1; --added: #cdebd8; }
  body { font-size: 10pt; }
  nav, .tools, .skip, button { display: none !important; }
  section { margin-top: 1.5rem; } h2, summary, thead { break-after: avoid; }
  .card, .program > li, tr, .command { break-inside: avoid; }
  .failure { content-visibility: visible; }
  .tag, .cell, .pair > div, svg, del, ins, .diff li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
