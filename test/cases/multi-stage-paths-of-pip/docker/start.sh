#!/bin/sh
exec /usr/local/bin/gunicorn --chdir /srv app:wsgi
