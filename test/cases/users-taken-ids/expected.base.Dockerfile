FROM node:22-alpine3.24
RUN groupadd --gid 1000 app && useradd --uid 1000 --gid 1000 -m app
RUN apt-get update && apt-get install -y git
USER app
