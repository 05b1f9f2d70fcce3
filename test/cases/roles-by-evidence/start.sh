#!/bin/sh
convert -version
exec python -m app
