FROM alpine:3.24
SHELL ["/bin/bash", "-c"]
RUN parts=(a b c) && for part in "${parts[@]}"; do echo "$part"; done
RUN (( 1 + 1 )) && cat <<< "text"
RUN mkdir -p /data/{in,out}
