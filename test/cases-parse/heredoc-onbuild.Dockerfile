FROM python:3.12
ONBUILD RUN <<EOF
pip install -r requirements.txt
EOF
CMD ["python"]
