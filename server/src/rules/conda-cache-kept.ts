import { sourceSpan } from "../model/run";
import type { Rule } from "./rule";
import { type Cache, emptyAtEnd, keptCaches } from "./shared/kept-cache";

export const condaCacheKept: Rule = {
  name: "conda-cache-kept",
  severity: "warning",
  summary: "conda's downloads stay in the layer",
  why: `conda and mamba keep the archive of every package and the index of every channel (often more than 100 MB) in their \`pkgs\`
folder. Nothing in an image reads them. \`conda clean --all --yes\` at the end of the same RUN deletes them; packages that are in use
stay.

It does not matter in a stage that only builds for others, nor when a cache mount holds the folder; these are left alone.`,
  related: [],
  fix: "safe",
  examples: [
    {
      before: "FROM continuumio/miniconda3\nRUN conda install -y numpy\n",
      after: "FROM continuumio/miniconda3\nRUN conda install -y numpy && conda clean --all --yes\n",
    },
  ],
  leftAlone: [
    {
      why: "the same RUN deletes them",
      text: "FROM continuumio/miniconda3\nRUN conda env create -f environment.yml && conda clean -afy\n",
    },
    { why: "nothing is installed", text: "FROM continuumio/miniconda3\nRUN conda config --add channels conda-forge\n" },
  ],
  *check({ build }) {
    for (const kept of keptCaches(build, cache)) {
      const { call } = kept;
      const { program, name } = call;
      const edits = /^[\w./-]+$/.test(program) ? emptyAtEnd(build, kept, `${program} clean --all --yes`) : undefined;
      yield {
        span: sourceSpan(call.within, call.span),
        message: `The archives that ${name} downloads stay in this layer, and nothing reads them. End the RUN with \`${name} clean --all --yes\`.`,
        ...(edits && { fix: () => ({ title: `Delete what ${name} downloaded at the end of the RUN`, edits }) }),
      };
    }
  },
};

const cache: Cache = {
  fills: ({ name, args }) => {
    if (!/^(conda|mamba|micromamba)$/.test(name)) return false;
    const words = args.map(({ value }) => value).filter((value) => !value.startsWith("-"));
    const isDry = args.some(({ value }) => /^(-d|--dry-run|--offline)$/.test(value));
    if (words[0] === "env") return /^(create|update)$/.test(words[1] ?? "") && !isDry;
    return /^(install|create|update|upgrade)$/.test(words[0] ?? "") && !isDry;
  },
  empties: ({ name, args }) => /^(conda|mamba|micromamba)$/.test(name) && args.some(({ value }) => value === "clean"),
  folder: /\bpkgs\b|conda|mamba/,
  variables: /^CONDA_PKGS_DIRS$/,
};
