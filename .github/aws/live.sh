#!/bin/sh
# One night on live AWS: judges it, records what it answers and compares that with the ledger, and says what changed.
# Takes ACCOUNT, REGION and CONFORMANCE, the command; writes exit-code and outcome to $GITHUB_OUTPUT, and body.md.
set -u
allowed="--target aws --region $REGION --allow-region $REGION --allow-account $ACCOUNT"
budget="--create-ca --yes --max-cost 3 --max-time 60m"
baseline=''
if [ -f .github/aws/baseline.yaml ]; then baseline='--baseline .github/aws/baseline.yaml'; fi
compare=''
if [ -f .github/aws/ledger.json ]; then compare='--compare .github/aws/ledger.json'; fi

# The words are options without spaces, which are to become words of their own.
# shellcheck disable=SC2086
$CONFORMANCE run $allowed $budget $baseline --profile smoke --out .pca/live --quiet >run.txt 2>run.err
run=$?
cat run.err run.txt
# shellcheck disable=SC2086
$CONFORMANCE record $allowed $budget $compare --out .pca/ledger.json --quiet >record.txt 2>record.err
record=$?
cat record.err record.txt

# A divergence or a drift is news; what could not be judged only fails the job.
outcome=same
if [ "$run" -eq 1 ] || [ "$record" -eq 1 ]; then outcome=changed; fi
code=$run
if [ "$code" -eq 0 ]; then code=$record; fi
{
  echo '### The run'
  cat .pca/live/summary.md 2>/dev/null || echo 'There is no report.'
  echo
  echo '### The record'
  echo '```text'
  cat record.txt
  echo '```'
  echo '### The cost'
  echo '```text'
  grep -h 'cost at most' run.err record.err || echo 'nothing'
  echo '```'
} >body.md
cat body.md >>"$GITHUB_STEP_SUMMARY"
echo "exit-code=$code" >>"$GITHUB_OUTPUT"
echo "outcome=$outcome" >>"$GITHUB_OUTPUT"
