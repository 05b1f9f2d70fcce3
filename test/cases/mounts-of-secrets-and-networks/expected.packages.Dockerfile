# syntax=docker/dockerfile:1
FROM python:3.13-alpine
RUN apk add --no-cache gcc musl-dev libpq-dev git openssh-client
RUN --mount=type=secret,id=token pip install --index-url "https://user:$(cat /run/secrets/token)@pypi.example.com/simple" psycopg2==2.9.10
RUN --mount=type=ssh pip install git+ssh://git@example.com/team/library.git
RUN --network=none pip check
CMD ["python"]
