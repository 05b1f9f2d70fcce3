#!/bin/sh
# It asks what there is.
if command -v apt-get > /dev/null; then apt-get --version; fi
find /usr -printf '%p\n' > list.txt
