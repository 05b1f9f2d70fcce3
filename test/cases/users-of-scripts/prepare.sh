#!/bin/sh
chown -R www-data:www-data /srv/site
