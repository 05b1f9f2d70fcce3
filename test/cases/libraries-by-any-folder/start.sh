#!/bin/sh
LD_PRELOAD=$(echo /usr/lib/*/libjemalloc.so.2) exec sqlite3
