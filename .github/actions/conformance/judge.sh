#!/usr/bin/env bash
# Judges a target and says how it went, also where it went wrong: the last step of the action makes the verdict of the job.
# Takes TARGET, START, PROFILE, BASELINE, OPTIONS, OUTPUT and CONFORMANCE, the command, from the environment.
set -uo pipefail
read -ra conformance <<< "$CONFORMANCE"
read -ra options <<< "${OPTIONS:-}"

"${conformance[@]}" run --target "$TARGET" --profile "${PROFILE:-ci}" --out "$OUTPUT" \
  ${START:+--start "$START"} ${BASELINE:+--baseline "$BASELINE"} ${options[@]+"${options[@]}"}
code=$?

{
  echo "exit-code=$code"
  echo "report=$OUTPUT/report.html"
  # A run that was refused has written nothing.
  [ ! -s "$OUTPUT/results.json" ] || node -e '
    const { summary } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    console.log(`divergence=${summary.divergence}\ncoverage=${summary.coverage}`);
  ' "$OUTPUT/results.json"
} >> "$GITHUB_OUTPUT"
exit 0
