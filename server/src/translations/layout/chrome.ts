import type { Layout } from "./layout";

/** Google's Chrome becomes Chromium; `chromium-browser` is its name in every release. */
export const chrome: Layout = {
  packages: /^(?:google-chrome(?:-stable|-beta|-unstable)?|chromium(?:-browser)?|chromium-(?:chrome)?driver)$/,
  source: "Alpine's cmd: provides, 3.18; aports, community/chromium",
  moves: [
    {
      from: /(?:\/usr\/bin\/google-|\/opt\/google\/chrome(?:-beta|-unstable)?\/(?:google-)?)chrome(?:-stable|-beta|-unstable)?(?![\w.-])/g,
      to: "/usr/bin/chromium-browser",
    },
    // `ENV CHROME_BIN=google-chrome`
    { from: /(?<==["']?)google-chrome(?:-stable|-beta|-unstable)?(?=["']?$)/g, to: "chromium-browser" },
    { from: /\/usr\/lib\/chromium(?:-browser)?\/chromedriver(?![\w.-])/g, to: "/usr/bin/chromedriver" },
  ],
};
