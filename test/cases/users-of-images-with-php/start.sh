#!/bin/sh
chown www-data /tmp/cache
exec php-fpm
