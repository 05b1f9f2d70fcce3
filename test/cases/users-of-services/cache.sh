#!/bin/sh
exec memcached -u memcache -m 64
