#!/bin/sh
set -e
sed "s/NAME/$NAME/" /srv/site.template > /etc/nginx/sites-enabled/default
exec nginx -g "daemon off;"
