# The image comes from the build's own context or arguments; only the steps tell that it is Debian's.
ARG SOURCE
# alpinize: The image `$SOURCE` is not known here, as one of its variables has no default. Give the ARG a default value.
FROM $SOURCE AS build
RUN apk add --no-cache wget unzip

# alpinize: php-base is left alone, as nothing is known of it. If it stands on Debian, convert its own Dockerfile first.
FROM php-base AS runner
RUN apk add --no-cache libpq
COPY --from=build /usr/lib/kotlinc /usr/lib/kotlinc
CMD ["php", "-v"]
