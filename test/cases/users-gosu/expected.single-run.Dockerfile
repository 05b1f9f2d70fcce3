FROM alpine:3.24
RUN apk add --no-cache gosu tini && gosu nobody true
ENTRYPOINT ["tini", "--", "gosu", "nobody"]
CMD ["id"]
