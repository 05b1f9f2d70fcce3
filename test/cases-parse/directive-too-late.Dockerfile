# An ordinary comment comes first.
# escape=`
FROM debian:12
RUN echo one \
    two
