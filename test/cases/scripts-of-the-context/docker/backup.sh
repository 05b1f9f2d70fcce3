#!/bin/bash
files=(/data/*.db)
find /backup -name '*.gz' -printf '%T@ %p\n' | sort -n
grep() { command grep -F "$@"; }
grep -P a "${files[0]}"
