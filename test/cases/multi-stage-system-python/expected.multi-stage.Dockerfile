FROM alpine:3.24 AS build
RUN apk add --no-cache python3 py3-pip python3-dev py3-numpy gcc musl-dev libffi-dev
WORKDIR /srv
COPY requirements.txt ./
RUN python3 -m venv --system-site-packages /opt/venv
ENV PATH=/opt/venv/bin:$PATH
RUN pip3 install --break-system-packages -r requirements.txt
RUN ( set -o pipefail; scanelf --recursive --nobanner --needed --format '%n#p' /opt/venv /usr/lib/python* /usr/local \
        | tr ',' '\n' | sort -u \
        | while read -r library; do apk info --installed "so:$library" || true; done \
        | sort -u > /opt/run-deps )

FROM alpine:3.24
RUN apk add --no-cache python3 py3-pip py3-numpy
WORKDIR /srv
COPY requirements.txt ./
COPY --from=build /opt/run-deps /opt/run-deps
RUN xargs -rt apk add --no-cache < /opt/run-deps
ENV PATH=/opt/venv/bin:$PATH
COPY --from=build /opt/venv /opt/venv
COPY . .
CMD ["python3", "main.py"]
