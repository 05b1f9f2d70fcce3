#!/bin/bash
set -euo pipefail
args=("$@")
exec "${args[@]}"
