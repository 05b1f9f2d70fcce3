# What calls sh gets bash from here on.
FROM alpine:3.24
RUN rm /bin/sh && ln -s /bin/bash /bin/sh
RUN apt-get update && apt-get install -y curl
RUN parts=(one two) && echo "${parts[1]}"
CMD curl -fsS "$ADDRESS"
