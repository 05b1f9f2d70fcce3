import type { ImageReference } from "./image-reference";

/** An image that is an official one with a tool in it, and has that one's tag within its own. */
export interface WrappedImage {
  /** The official image. */
  readonly image: string;
  /** Of the official image. */
  readonly tag: string;
  /** The tag of this image over another tag of the official one. */
  readonly over: (tag: string) => string;
}

/** Source: LukeMathWalker/cargo-chef, README.md, 2026-03-03: there is a tag for each of rust's, those of Alpine included. */
const cargoChef = { path: "lukemathwalker/cargo-chef", form: /^((?:latest|\d[\w.]*)-rust-)(.+)$/ };

export function wrappedImage({ registry, path, tag = "latest" }: ImageReference): WrappedImage | undefined {
  if (path !== cargoChef.path || (registry !== undefined && registry !== "docker.io")) return undefined;
  const [, prefix = "latest-rust-", inner] = cargoChef.form.exec(tag) ?? [];
  if (inner === undefined && tag !== "latest") return undefined;
  return { image: "rust", tag: inner ?? "latest", over: (other) => `${prefix}${other}` };
}
