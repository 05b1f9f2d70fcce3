FROM node:22-alpine AS build
WORKDIR /src
# Of the Debian image: curl, git and perl. busybox has unzip and wget.
RUN curl -fsSL https://example.com/theme.zip -o theme.zip && unzip theme.zip && rm theme.zip
RUN git clone --depth 1 https://example.com/site.git . && perl -pi -e 's/a/b/' config.json
RUN npm ci && npm run build

FROM node:22-alpine
WORKDIR /app
COPY --from=build /src/dist ./dist
HEALTHCHECK CMD curl -f http://localhost:3000/ || exit 1
CMD ["node", "dist/server.js"]
