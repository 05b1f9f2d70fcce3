import type { Position, Range } from "vscode-languageserver/node";

/** The article's Dockerfile on a Python that lives. */
export const article = `FROM python:3.13-slim
MAINTAINER team@example.com
RUN apt-get update && apt-get install -qq -y \\
  build-essential libpq-dev libffi-dev --no-install-recommends
ENV INSTALL_PATH /app
RUN mkdir -p $INSTALL_PATH
WORKDIR $INSTALL_PATH
COPY requirements.txt requirements.txt
RUN pip install -r requirements.txt
COPY . .
CMD gunicorn -b 0.0.0.0:8000 --access-logfile - "app:create()"
`;

/** Has safe fixes only: the base image is Alpine already. */
export const unclean = "FROM python:3.13-alpine\nRUN apk update && apk add curl\n";

export const atStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export const whole: Range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

/** Written apart from the server's own reading of positions, to be an oracle for it. */
export function offsetOf(text: string, { line, character }: Position): number {
  const before = text.split(/(?<=\r\n|\n|\r(?!\n))/).slice(0, line);
  return before.join("").length + character;
}

export function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: (lines.at(-1) ?? "").length };
}

/** What an editor makes of edits that all refer to the text as it is. */
export function edited(text: string, edits: readonly { range: Range; newText: string }[]): string {
  let result = text;
  for (const { range, newText } of [...edits].reverse()) {
    result = result.slice(0, offsetOf(text, range.start)) + newText + result.slice(offsetOf(text, range.end));
  }
  return result;
}
