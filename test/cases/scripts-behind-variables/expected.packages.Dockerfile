# Folders are told by ENV, and by WORKDIR of a stage two steps before.
FROM python:3.13-alpine3.24 AS base
ENV HOME_OF_APP=/srv/app
WORKDIR $HOME_OF_APP
FROM base AS tools
RUN pip install --no-cache-dir gunicorn
FROM tools AS build
COPY . .
FROM base
RUN apk add --no-cache bash
COPY --from=build ${HOME_OF_APP} ${HOME_OF_APP}
ENTRYPOINT ["/srv/app/bin/start"]
