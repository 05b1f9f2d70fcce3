# What is built on a newer release may want more of libstdc++ than the older one of the last image has.
FROM alpine:3.22 AS solver
RUN apt-get update && apt-get install -y --no-install-recommends cmake g++ make && rm -rf /var/lib/apt/lists/*
COPY solver/ /src/
RUN cmake -S /src -B /build && cmake --build /build --target install

FROM python:3.9-alpine3.22
RUN apt-get update && apt-get install -y --no-install-recommends libstdc++6 && rm -rf /var/lib/apt/lists/*
COPY --from=solver /usr/local/bin/solve /usr/local/bin/
COPY app.py /app/
CMD ["python", "/app/app.py"]
