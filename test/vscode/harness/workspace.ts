import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The article's Slim Dockerfile on a Python of today. */
export const articleDockerfile = `FROM python:3.13-slim
LABEL maintainer="team@example.com"

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

/** Holds a package that only Debian has, so a whole conversion is refused. */
export const stuckDockerfile = `FROM python:3.13-slim
RUN apt-get update && apt-get install -y curl dpkg-dev-of-our-company
COPY . /app
`;

/** An empty folder of its own for one run; `remove` it afterwards. */
export function makeFolder(name: string): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `alpinize-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** The folder of a small Flask application with the article's Dockerfile in it. */
export function makeFlaskFolder(): { readonly path: string; remove(): void } {
  const folder = makeFolder("flask");
  writeFileSync(join(folder.path, "Dockerfile"), articleDockerfile);
  writeFileSync(join(folder.path, "Dockerfile.stuck"), stuckDockerfile);
  writeFileSync(
    join(folder.path, "requirements.txt"),
    "Flask==3.1.2\ngunicorn==23.0.0\npsycopg2==2.9.11\nbcrypt==5.0.0\n",
  );
  writeFileSync(join(folder.path, "app.py"), "def create():\n    return None\n");
  return folder;
}
