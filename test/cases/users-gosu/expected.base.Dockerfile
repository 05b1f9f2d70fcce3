FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends gosu tini && rm -rf /var/lib/apt/lists/* && gosu nobody true
ENTRYPOINT ["tini", "--", "gosu", "nobody"]
CMD ["id"]
