import { request } from "./place";
import type { Gathered } from "./rows";

/** A tag to weigh: its family, and the distribution it is known to stand on. */
export interface Wanted {
  readonly image: string;
  readonly tag: string;
  readonly distribution: string;
  readonly release: string;
}

const accepted = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");

interface Descriptor {
  readonly digest: string;
  readonly size: number;
  readonly platform?: { readonly architecture: string; readonly os: string };
}

interface Manifest {
  readonly manifests?: readonly Descriptor[];
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
}

/**
 * What the tags take to pull for linux/amd64, from the manifests of a registry (`https://registry-1.docker.io`, `http://127.0.0.1:5000`).
 * Only that is in a manifest: sizes on disk stay as they were read. Tags that the registry does not have are left out.
 * @param prefix of the names in the registry, `library/` for Docker Hub's.
 */
export async function gatherSizes(registry: string, prefix: string, wanted: readonly Wanted[]): Promise<Gathered[]> {
  const reader = new Registry(registry.replace(/\/+$/, ""));
  const rows: string[][] = [];
  for (const { image, tag, distribution, release } of wanted) {
    const name = `${prefix}${image}`;
    const manifest = await reader.image(name, tag);
    if (!manifest?.layers || !manifest.config) continue;
    const bytes = manifest.layers.reduce((sum, { size }) => sum + size, 0);
    const config = await reader.json<{ created?: string }>(`${name}/blobs/${manifest.config.digest}`);
    const date = config?.created?.slice(0, 10) ?? "";
    rows.push([
      image,
      tag,
      "amd64",
      distribution,
      release,
      String(bytes),
      "",
      `${date} ${shortOf(manifest.config.digest)}`,
    ]);
  }
  if (rows.length === 0) return [];
  const header = [
    "image",
    "tag",
    "arch",
    "distro",
    "distro_release",
    "compressed_bytes",
    "disk_bytes",
    "source_commit_or_date",
  ];
  return [{ path: "images/image-sizes.tsv", header, rows }];
}

class Registry {
  /** By the name of the image: registries give tokens for one. */
  readonly #tokens = new Map<string, string>();

  constructor(private readonly address: string) {}

  /** The manifest for linux/amd64; undefined when there is no such tag, or none for it. */
  async image(name: string, tag: string): Promise<Manifest | undefined> {
    const manifest = await this.json<Manifest>(`${name}/manifests/${tag}`);
    if (!manifest?.manifests) return manifest;
    const own = manifest.manifests.find(
      ({ platform }) => platform?.os === "linux" && platform.architecture === "amd64",
    );
    return own && this.json<Manifest>(`${name}/manifests/${own.digest}`);
  }

  /** @returns undefined when the registry has no such thing. */
  async json<T>(path: string): Promise<T | undefined> {
    const address = `${this.address}/v2/${path}`;
    const name = path.replace(/\/(manifests|blobs)\/.*$/, "");
    let answer = await this.#get(address, name);
    if (answer.status === 401 && (await this.#logIn(answer.headers.get("www-authenticate") ?? "", name)))
      answer = await this.#get(address, name);
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`${address}: the registry answers ${answer.status} ${answer.statusText}`);
    try {
      return (await answer.json()) as T;
    } catch {
      throw new Error(`${address}: the registry's answer is no JSON`);
    }
  }

  #get(address: string, name: string): Promise<Response> {
    const token = this.#tokens.get(name);
    return request(address, { accept: accepted, ...(token !== undefined && { authorization: `Bearer ${token}` }) });
  }

  /** As somebody without an account, who may read what is public. */
  async #logIn(challenge: string, name: string): Promise<boolean> {
    const field = (key: string) => new RegExp(`${key}="([^"]*)"`).exec(challenge)?.[1];
    const realm = field("realm");
    if (!challenge.startsWith("Bearer ") || realm === undefined) return false;
    const query = new URLSearchParams({ scope: field("scope") ?? `repository:${name}:pull` });
    const service = field("service");
    if (service !== undefined) query.set("service", service);
    const answer = await request(`${realm}?${query}`);
    if (!answer.ok) return false;
    const { token, access_token } = (await answer.json()) as { token?: string; access_token?: string };
    const given = token ?? access_token;
    if (given !== undefined) this.#tokens.set(name, given);
    return given !== undefined;
  }
}

/** As much of a digest as tells one reading from another. */
function shortOf(digest: string): string {
  return digest.replace(/^[^:]*:/, "").slice(0, 12);
}
