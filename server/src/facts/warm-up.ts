import { setImmediate } from "node:timers/promises";
import type { Facts } from "./types";

/**
 * One question of each kind, whose answers nobody waits for: code that has run is several times as fast, and what every answer rests on
 * is found. Between two of them others get their turn.
 */
export async function warmUp({ alpine, names, images, debian, native }: Facts): Promise<void> {
  const release = alpine.newest;
  const questions = [
    () => names.toAlpine("zlib1g-dev", { release, family: undefined }),
    () => names.toAlpine("libzzstd-dev", { release, family: undefined }),
    () => alpine.package("zlib", release),
    () => alpine.closure(["zlib-dev", "curl"], release, []),
    () => alpine.startingWith("zl", release, 10),
    () => alpine.nearest("zlibb", release),
    () => images.alpineVariant("debian", "stable"),
    () => images.size("debian", "stable"),
    () => debian.install(["zlib1g-dev"], { suite: "bookworm", recommends: false, image: "debian", tag: "bookworm" }),
    () => native.find("pip", "zlib"),
  ];
  for (const ask of questions) {
    await setImmediate();
    ask();
  }
}
