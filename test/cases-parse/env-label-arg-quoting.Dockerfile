FROM debian:12
ENV A="b c" D='e f' G=h\ i J="k \"l\" m" N=
LABEL "com.example.vendor"="ACME Incorporated" \
      com.example.label-with-value='foo "bar"' \
      version="1.0"
ARG X
ARG Y="one two" Z=3
ENV OLD form keeps   blanks
