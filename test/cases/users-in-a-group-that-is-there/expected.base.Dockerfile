# adduser --group is content with a group that is there, and makes it where it is not.
FROM python:3.12-alpine3.24
RUN mkdir -p /home/app && addgroup --system app && adduser --system --group app
RUN adduser --system --group --home /srv/worker worker
RUN addgroup --system --gid 1200 mail-out
RUN adduser --system --uid 1200 --group mail-out && chown mail-out:mail-out /srv
USER app
CMD ["python"]
