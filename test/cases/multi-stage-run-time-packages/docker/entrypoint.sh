#!/bin/bash
set -euo pipefail
hosts=(db cache)
for host in "${hosts[@]}"; do echo "needs $host"; done
exec "$@"
