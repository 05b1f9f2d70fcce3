import type { Layout } from "./layout";

/** The folder of its settings carries the series: 6 on Debian to bookworm, 7 on Alpine. */
export const imagemagick: Layout = {
  packages: /^imagemagick$/,
  source: "aports, community/imagemagick (7.1.0.36, --sysconfdir=/etc), read 2026-11-27",
  movesFor: (packages) =>
    packages.some((name) => /^imagemagick(-dev|-libs)?$/.test(name))
      ? [{ from: /\/etc\/ImageMagick(-6)?(?![\w.-])/g, to: "/etc/ImageMagick-7" }]
      : [],
};
