/** `registry/path:tag@digest`, split. */
export interface ImageReference {
  /** Host with an optional port; undefined means Docker Hub. */
  readonly registry: string | undefined;
  /** `python`, `library/python`, `team/app`. */
  readonly path: string;
  readonly tag: string | undefined;
  /** `sha256:...`. */
  readonly digest: string | undefined;
}

const pattern = /^(?:([^/@]+)\/)?([^@]+?)(?::([\w][\w.-]{0,127}))?(?:@([\w+.-]+:[0-9a-fA-F]+))?$/;

/** Splits an image reference; undefined when it is none (empty, white space, an unresolved variable). */
export function parseImageReference(text: string): ImageReference | undefined {
  if (text === "" || /[\s$"'`]/.test(text)) return undefined;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, first, rest, tag, digest] = match;
  const isHost = first !== undefined && (/[.:]/.test(first) || first === "localhost");
  const path = isHost || first === undefined ? rest : `${first}/${rest}`;
  if (!path) return undefined;
  return { registry: isHost ? first : undefined, path, tag, digest };
}

/** Registries that serve the official library under their own name. */
const mirrorsOfTheLibrary: ReadonlySet<string> = new Set(["docker.io", "index.docker.io", "registry-1.docker.io"]);

/** Names below which the library is built for one processor, Alpine's variants too; for arm32v5 and mips64le there are none. */
const ofOneProcessor = /^(?:amd64|arm32v[67]|arm64v8|i386|ppc64le|riscv64|s390x)\//;

/**
 * The official image's name (`python`) behind a reference. A path below another registry counts when it says
 * `library/` itself (`mirror.example.com/library/python`, `public.ecr.aws/docker/library/python`).
 */
export function officialName({ registry, path: whole }: ImageReference): string | undefined {
  const isHub = registry === undefined || mirrorsOfTheLibrary.has(registry);
  const path = isHub ? whole.replace(ofOneProcessor, "") : whole;
  const match = /^(?:(.*\/)?library\/)?([^/]+)$/.exec(path);
  if (!match?.[2]) return undefined;
  const saysLibrary = path.includes("library/");
  if (isHub) return match[1] ? undefined : match[2];
  return saysLibrary ? match[2] : undefined;
}
