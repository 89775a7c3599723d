#!/bin/sh
# A gate in a plain shell: starts an emulator, judges it, stops it, and ends with the exit code of the verdict.
url=${URL:-http://127.0.0.1:5000}
exec ${CONFORMANCE:-npx --yes pca-conformance} run --target "$url" --start "${START:-moto_server -p 5000}" "$@"
