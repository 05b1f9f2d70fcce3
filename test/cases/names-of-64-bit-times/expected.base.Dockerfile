FROM node:22-alpine3.24
RUN apt-get update && apt-get install -y --no-install-recommends \
        libasound2t64 libatk1.0-0t64 libcups2t64 libglib2.0-0t64 \
        # another version than any table has
        libicu99t64 \
    && rm -rf /var/lib/apt/lists/*
CMD ["node", "server.js"]
