# What a stage only builds with stays there: the list of run-time libraries is made of what is installed.
FROM alpine:3.24
RUN apt-get update && apt-get install -y --no-install-recommends cmake libcurl4-openssl-dev \
    && rm -rf /var/lib/apt/lists/*
COPY . /src
RUN apt-get update && apt-get install -y build-essential libboost-filesystem-dev \
    && cmake -S /src -B /src/build && cmake --build /src/build && cmake --install /src/build \
    && apt-get purge -y --auto-remove build-essential libboost-filesystem-dev \
    && rm -rf /src /var/lib/apt/lists/*
RUN apt-get purge -y cmake libcurl4-openssl-dev && apt-get autoremove -y
CMD ["server"]
