FROM alpine:3.24
RUN apk add --no-cache bash
SHELL ["/bin/bash", "-c"]
RUN parts=(a b c) && for part in "${parts[@]}"; do echo "$part"; done
RUN (( 1 + 1 )) && cat <<< "text"
RUN mkdir -p /data/{in,out}
