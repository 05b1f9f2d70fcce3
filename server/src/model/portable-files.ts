import type { Instruction } from "../dockerfile/types";

/** Programs that their makers link statically, scripts of package managers, text, byte code and pictures. */
const portable =
  /^(?:gosu|dumb-init|tini-static|kubectl|helm|docker|dockerd|docker-compose|composer|go|gofmt|uv|uvx|npm|npx|yarn|yarnpkg|corepack|pip3?|gem|bundle|mvn|gradle|terraform|hugo|caddy|traefik|consul|vault)$|entrypoint|\.(?:sh|py|[cm]?js|pl|rb|php|jar|war|ear|phar|txt|md|rst|html?|css|map|json|ya?ml|toml|xml|conf|ini|cfg|properties|csv|sql|proto|graphql|svg|png|jpe?g|gif|ico|pdf|woff2?|ttf|pem|crt|key|version)$/i;

/** Folders that a web server hands out, and runs nothing of. */
const webRoot = /^\/(?:usr\/share\/nginx\/html|usr\/local\/apache2\/htdocs)(?:\/|$)/;

/** True for a file that runs, or is read, on musl as it does on glibc. */
export function isPortableFile(path: string): boolean {
  // The folder of gems has the name of a program.
  return !/^\/usr\/local\/bundle\/?$/.test(path) && portable.test(path.slice(path.lastIndexOf("/") + 1));
}

/** True unless all that a COPY takes from elsewhere is surely not compiled for one C library. */
export function mayCopyCompiled({ name, json, words, trigger }: Instruction): boolean {
  if (name !== "COPY" || trigger) return true;
  const paths = (json ?? words).map(({ value }) => value);
  return !webRoot.test(paths.at(-1) ?? "") && !paths.slice(0, -1).every(isPortableFile);
}
