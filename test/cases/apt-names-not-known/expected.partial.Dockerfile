FROM alpine:3.24
# alpinize: What `$(cat /tmp/packages.txt)` stands for is only known while the image is built. Write the names of the packages into the Dockerfile.
# RUN apt-get update && apt-get install -y $(cat /tmp/packages.txt)
# alpinize: `xargs` hands names to `apt-get` that are only known while the image is built. Write the names of the packages into the Dockerfile.
# RUN xargs apt-get install -y < /tmp/packages.txt
