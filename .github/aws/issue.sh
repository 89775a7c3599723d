#!/bin/sh
# Opens the issue about what changed on live AWS, or adds to the one that is open. Takes body.md; needs GH_TOKEN.
set -eu
title='Live AWS answers otherwise than before'
number=$(gh issue list --state open --search "\"$title\" in:title" --json number --jq '.[0].number // empty')
if [ -z "$number" ]; then
  gh issue create --title "$title" --body-file body.md
else
  gh issue comment "$number" --body-file body.md
fi
