FROM alpine:3.24
RUN apk add --no-cache nginx
# alpinize: `dpkg -l` reads dpkg's own data. `apk info` and `apk search` answer such questions.
# RUN dpkg -l | grep nginx
