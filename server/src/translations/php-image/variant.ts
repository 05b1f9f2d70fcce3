import { compareReleases } from "../../facts/releases";
import type { AlpineVariant, Facts } from "../../facts/types";
import type { Base } from "../../model/build";
import type { PhpImage } from "./php-image";

/** Alpine itself, with what differs when its own packages do what the image did. */
export function phpVariant(
  { segments = [] }: Base,
  image: string,
  { series, release }: PhpImage,
  { alpine }: Facts,
): AlpineVariant {
  const support = alpine.support(release);
  // One that is empty by default is a prefix, such as the name of a registry.
  const variable = segments.find((one) => one.variable !== undefined && one.value !== "")?.raw;
  const notes = [
    `${image} has no Alpine variant: Apache and PHP ${series} come from Alpine ${release}'s packages, in another patch release and built with other options; iconv, for one, knows no //TRANSLIT. Try the application before you rely on it.`,
    "www-data has the id 33 on Debian and 82 on Alpine. Change the owner of files that come from volumes or other images.",
  ];
  if (variable !== undefined)
    notes.push(
      `${variable} no longer tells the version of PHP: it is in the names of Alpine's packages. Change these with it.`,
    );
  // What was led back that far before 3.9 has LibreSSL.
  if (compareReleases(release, "3.9") < 0)
    notes.push(
      `The TLS library of Alpine ${release} is as old as it is, and may refuse the certificates of servers today. Check what is fetched while it is built, and while it runs.`,
    );
  if (support?.ended)
    notes.push(
      `Alpine ${release} is the newest with PHP ${series}, and its support ended on ${support.until}. Move on to a PHP that is maintained.`,
    );
  return { kind: "variant", image: "alpine", tag: release, release, notes };
}
