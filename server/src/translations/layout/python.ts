import { installsOf } from "../../manifests/installs";
import { chain } from "../../model/layers";
import type { ImagePlace, Layout, Move } from "./layout";

/**
 * Debian's Python looks for modules in dist-packages, of apt's below /usr/lib and of pip's below /usr/local/lib; Alpine has one folder
 * for both. A folder without a version, or with a pattern in its place, is that of Python 3.
 */
const folder = /\/usr\/(?:local\/)?lib\/(?:python3?[\d.*?]*|\*)\/dist-packages(?![\w.-])/g;
const folder2 = /\/usr\/(?:local\/)?lib\/python2\.7\/dist-packages(?![\w.-])/g;

/** Packages whose programs have other names than they. */
const programs: ReadonlyMap<string, string> = new Map([
  ["awscli", "aws"],
  ["django", "django-admin"],
  ["jupyterlab", "jupyter"],
  ["notebook", "jupyter"],
  ["supervisor", "supervisor(?:d|ctl)"],
]);

/** pip puts programs below /usr/local on Debian, and beside those of apk on Alpine; its own folder has a virtual environment. */
function movedPrograms({ stage, build, workspace }: ImagePlace): Move[] {
  const installs = installsOf(build, workspace);
  const names = chain(stage)
    .flatMap((one) => installs.in(one))
    .filter(
      ({ requirement, call }) =>
        requirement.ecosystem === "pip" && /^(?:\/usr\/bin\/)?(?:pip|python)[\d.]*$/.test(call.program),
    )
    .map(({ requirement: { name } }) => programs.get(name) ?? name);
  return [...new Set(names)].map((name) => ({
    from: new RegExp(`/usr/local/bin/(?=${name}(?:-[\\w-]+)?(?![\\w.-]))`, "g"),
    to: "/usr/bin/",
  }));
}

export const python: Layout = {
  packages: /^(?:python\d?(?:\.\d+)?|python3?-.+)$/,
  source: "aports, main/python3, main/python2, main/py3-pip (site-packages below /usr/lib for apk and pip)",
  movesFor(packages, place) {
    const { facts, release, family } = place;
    if (family === "python") return [];
    const moves = [{ from: folder2, to: "/usr/lib/python2.7/site-packages" }, ...movedPrograms(place)];
    const series = packages.some((name) => /^py(?:thon)?3/.test(name)) && facts.names.series("python3", release);
    return series ? [...moves, { from: folder, to: `/usr/lib/python${series}/site-packages` }] : moves;
  },
};
