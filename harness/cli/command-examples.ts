// One or more lines to copy for every command, by the words that name it: the end of its `--help`.

export const commandExamples: Readonly<Record<string, readonly string[]>> = {
  '': [
    'pca-conformance',
    'pca-conformance run --target http://127.0.0.1:5000',
    'pca-conformance explain POL-05',
    'pca-conformance help run',
  ],
  run: [
    'pca-conformance run --target http://127.0.0.1:5000',
    "pca-conformance run --target builtin:http --filter 'POL-*' --profile smoke --seed 42",
    'pca-conformance run --target http://127.0.0.1:5000 --profile nightly --max-time 30m --trace-all all.ndjson',
    'pca-conformance run --report junit=reports.xml --json',
    'pca-conformance run --target http://127.0.0.1:5000 --baseline baseline.yaml',
    'pca-conformance run --config nightly.yaml --print-config',
    'pca-conformance run --target module:./my-target.js',
  ],
  list: ['pca-conformance list', 'pca-conformance list --json'],
  explain: ['pca-conformance explain POL-05'],
  report: ['pca-conformance report html .pca/last/results.json -o report.html', 'pca-conformance help report matrix'],
  'report html': ['pca-conformance report html .pca/last/results.json -o report.html'],
  'report markdown': ['pca-conformance report markdown .pca/last/results.json'],
  'report junit': ['pca-conformance report junit .pca/last/results.json -o junit.xml'],
  'report badge': ['pca-conformance report badge .pca/last/results.json -o badge.svg'],
  'report matrix': ['pca-conformance report matrix one/results.json other/results.json -o matrix.md'],
  'report trend': ['pca-conformance report trend monday/results.json tuesday/results.json'],
  'report diff': ['pca-conformance report diff before/results.json .pca/last/results.json'],
  'report merge': ['pca-conformance report merge first/results.json second/results.json -o results.json'],
  'report issue': ['pca-conformance report issue .pca/last/cases/case.json'],
  baseline: [
    'pca-conformance baseline create .pca/last/results.json -o baseline.yaml',
    'pca-conformance help baseline check',
  ],
  'baseline create': [
    'pca-conformance baseline create .pca/last/results.json -o baseline.yaml --reason "limits of version 5"',
  ],
  'baseline prune': ['pca-conformance baseline prune baseline.yaml .pca/last/results.json'],
  'baseline check': ['pca-conformance baseline check baseline.yaml .pca/last/results.json'],
  doctor: ['pca-conformance doctor --target http://127.0.0.1:5000'],
  init: ['pca-conformance init --target http://127.0.0.1:5000'],
  diff: [
    'pca-conformance diff --left builtin --right http://127.0.0.1:5000',
    "pca-conformance diff --left http://127.0.0.1:5000 --right http://127.0.0.1:5001 --filter 'POL-*' --json",
  ],
  replay: [
    'pca-conformance replay .pca/last/cases/case.json --target http://127.0.0.1:5000',
    'pca-conformance replay case.json --target builtin:http --trace',
  ],
  selftest: ['pca-conformance selftest', 'pca-conformance selftest --deviant forgets-every-policy --seeds 1'],
  serve: ['pca-conformance serve --port 4566 --seed-ca 1', 'pca-conformance serve --port 0 --state state.json'],
  completion: ['source <(pca-conformance completion bash)', 'pca-conformance completion fish > ca.fish'],
};
