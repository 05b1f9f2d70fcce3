# What calls sh gets bash from here on.
FROM alpine:3.24
RUN apk add --no-cache bash
RUN rm /bin/sh && ln -s /bin/bash /bin/sh
RUN apk add --no-cache curl
RUN parts=(one two) && echo "${parts[1]}"
CMD curl -fsS "$ADDRESS"
