#!/bin/sh
set -e
php /srv/warm-up.php
exec docker-php-entrypoint "$@"
