#!/bin/sh
set -e
usermod -o -u "${PUID:-900}" app
if [ -n "$CRON" ]; then service cron start; fi
exec "$@"
