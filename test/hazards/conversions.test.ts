import { describe, expect, it } from "vitest";
import { coverage } from "../../scripts/docs/hazard-coverage";
import { analysisOf } from "../rules/analyze";

/** A Dockerfile, and what its conversion and the remarks about it have to hold, or must not. */
interface Case {
  readonly text: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly has?: RegExp;
  readonly lacks?: RegExp;
}

/**
 * The hazards that no rule tells of, as the conversion takes care of them: one Dockerfile that has it, and one that looks alike
 * and is left as it is. Hazards with a rule have theirs in the rule's examples.
 */
const cases: Readonly<Record<string, { readonly found: Case; readonly alike: Case }>> = {
  H07: {
    found: {
      text: "FROM python:3.13-slim\nRUN apt-get update && apt-get install -y gcc && pip install uwsgi\n",
      has: /apk info --installed "so:\$library" \|\| true/,
    },
    alike: { text: "FROM python:3.13-slim\nRUN pip install flask\n", lacks: /so:/ },
  },
  H08: {
    found: {
      text: "FROM node:22-slim\nWORKDIR /srv\nRUN apt-get update && apt-get install -y python3 make g++ && npm ci\n",
      has: /scanelf .* \/srv\/node_modules /,
    },
    alike: { text: "FROM node:22-slim\nWORKDIR /srv\nRUN npm ci\n", lacks: /scanelf/ },
  },
  H09: {
    found: { text: "FROM python:3.13-slim\nRUN pip install python-magic\n", has: /apk add --no-cache libmagic/ },
    alike: { text: "FROM python:3.13-slim\nRUN pip install magic-wormhole-lookalike\n", lacks: /libmagic/ },
  },
  H11: {
    found: {
      text: "FROM python:3.13-slim\nRUN apt-get update && apt-get install -y gcc && pip install uwsgi && echo done\n",
      has: /pip install [\s\S]* && apk del --no-network \.build-deps/,
    },
    alike: {
      text: 'FROM python:3.13-slim\nRUN apt-get update && apt-get install -y curl\nCMD ["curl", "example.com"]\n',
      lacks: /apk del/,
    },
  },
  H12: {
    found: { text: "FROM debian:bookworm-slim\nRUN useradd -m app\n", has: /\badduser\b/, lacks: /useradd/ },
    alike: { text: 'FROM debian:bookworm-slim\nRUN echo "useradd app" > /notes\n', has: /echo "useradd app"/ },
  },
  H13: {
    found: { text: "FROM debian:bookworm-slim\nRUN useradd app\n", has: /adduser [^\n]*-D/ },
    alike: { text: "FROM debian:bookworm-slim\nRUN addgroup readers\n", lacks: /-D/ },
  },
  H19: {
    found: {
      text: "FROM php:8.3-cli\nRUN apt-get update && apt-get install -y libicu-dev && docker-php-ext-install intl\n",
      has: /icu-dev/,
    },
    alike: { text: "FROM php:8.3-cli\nRUN docker-php-ext-install pdo_mysql\n", lacks: /-dev\b/ },
  },
  H30: {
    found: {
      text: "FROM node:22-slim\nCOPY package.json ./\nRUN npm install\n",
      files: { "package.json": '{ "dependencies": { "@prisma/client": "^6.0.0" } }' },
      has: /apk add --no-cache openssl/,
    },
    alike: {
      text: "FROM node:22-slim\nCOPY package.json ./\nRUN npm install\n",
      files: { "package.json": '{ "dependencies": { "prismjs": "^1.29.0" } }' },
      lacks: /openssl/,
    },
  },
  H39: {
    found: {
      text: "FROM debian:bookworm-slim\nRUN curl -fsSL https://deb.nodesource.com/setup_22.x | bash - && apt-get install -y nodejs\n",
      has: /apk add --no-cache nodejs/,
      lacks: /nodesource/,
    },
    alike: {
      text: "FROM debian:bookworm-slim\nRUN wget -qO- https://example.com/setup_22.x | sh\n",
      has: /example\.com\/setup_22\.x/,
    },
  },
  H41: {
    found: { text: "FROM node:22\nRUN git clone https://example.com/a.git\n", has: /apk add [^\n]*git/ },
    alike: { text: "FROM node:22\nRUN unzip a.zip && wget -q https://example.com/a\n", lacks: /apk add/ },
  },
  H42: {
    found: { text: "FROM node:22-slim\nRUN yarn install\n", has: /FROM node:22-alpine\n/ },
    alike: { text: "FROM node:24-slim\nRUN npm ci\n", has: /FROM node:24-alpine\n/ },
  },
  H44: {
    found: {
      text: "FROM python:3.13-slim\nRUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl\n",
      lacks: /mount=type=cache,target=\/var\/cache\/apt/,
    },
    alike: {
      text: "FROM python:3.13-slim\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask\n",
      has: /--mount=type=cache,target=\/root\/\.cache\/pip pip install flask/,
    },
  },
  H48: {
    found: { text: "FROM --platform=linux/arm64 python:3.13-slim\nCMD python\n", has: /is for linux\/arm64/ },
    alike: { text: "FROM --platform=linux/amd64 python:3.13-slim\nCMD python\n", lacks: /is for linux/ },
  },
  H50: {
    found: {
      text: "FROM node:22-slim AS build\nRUN npm ci\nFROM nginx:1.29-alpine\nCOPY --from=build /dist /usr/share/nginx/html\n",
      has: /FROM node:22-slim AS build/,
    },
    alike: {
      text: "FROM node:22-slim AS build\nRUN npm ci\nFROM node:22-slim\nCOPY --from=build /app/node_modules /app/node_modules\n",
      has: /FROM node:22-alpine AS build/,
    },
  },
};

describe.each(Object.entries(cases))("%s", (_, { found, alike }) => {
  it.each([
    ["is taken care of", found],
    ["is not seen in what looks alike", alike],
  ] as const)("%s", (_, { text, files, has = /(?:)/, lacks = /$^/ }) => {
    const conversion = analysisOf(text, files).convert("single-run");
    const converted = [conversion.text, ...conversion.remarks.map(({ message }) => message)].join("\n");
    expect(converted).toMatch(has);
    expect(converted).not.toMatch(lacks);
  });
});

it("each hazard that is answered has a case with it and one that looks alike", () => {
  const open = coverage.filter(({ answers }) => answers.length > 0 && !answers.some((answer) => "rule" in answer));
  expect(open.map(({ id }) => id)).toEqual(Object.keys(cases));
});
