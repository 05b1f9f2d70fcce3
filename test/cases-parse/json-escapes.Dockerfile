FROM debian:12
CMD ["echo", "caf\u00e9", "tab\there", "quote\"d", "back\\slash"]
