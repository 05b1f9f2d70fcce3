#!/bin/sh
set -e
a2enmod status
exec apache2-foreground
