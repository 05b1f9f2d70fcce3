import type { Facts, NameSource } from "../facts/types";
import type { Stage } from "./build";
import { runsOf } from "./layers";
import { distributionOf } from "./platform";
import type { Run } from "./run";

/** Where else apt may take a product from; the group is its series, where the address tells it. */
interface Repository {
  readonly product: string;
  readonly name: string;
  readonly address: RegExp;
}

const repositories: readonly Repository[] = [
  { product: "Node.js", name: "NodeSource", address: /deb\.nodesource\.com\/(?:(?:setup|node)_?(\d+)\b)?/ },
  { product: "PostgreSQL", name: "PostgreSQL's own repository", address: /apt\.postgresql\.org|ppa:pitti\/postgresql/ },
  {
    product: "MariaDB",
    name: "MariaDB's own repository",
    address: /mariadb[\w./-]*\/(?:repo\/|mariadb-)(\d+\.\d+)|mariadb[._]/i,
  },
  { product: "MySQL", name: "MySQL's own repository", address: /repo\.mysql\.com/ },
  { product: "nginx", name: "nginx's own repository", address: /nginx\.org\/packages|ppa:(?:nginx|ondrej\/nginx)/ },
  { product: "PHP", name: "an added repository", address: /ondrej\/php|(?:packages|deb)\.sury\.org/ },
  { product: "Redis", name: "an added repository", address: /packages\.redis\.io|ppa:[\w-]+\/redis/ },
  { product: "Go", name: "an added repository", address: /golang-backports|gophers\/archive/ },
  { product: "Erlang", name: "an added repository", address: /erlang-solutions|rabbitmq-erlang/ },
  { product: "Elixir", name: "an added repository", address: /erlang-solutions/ },
  { product: "RabbitMQ", name: "an added repository", address: /rabbitmq-server|rabbitmq\.com\/debian/ },
  { product: "R", name: "CRAN", address: /cran[\w./-]*\/bin\/linux|cran\.r-project\.org/ },
  { product: "CMake", name: "Kitware's repository", address: /apt\.kitware\.com/ },
  { product: "HAProxy", name: "an added repository", address: /haproxy\.debian\.net|vbernat\/haproxy/ },
  {
    product: "Varnish",
    name: "Varnish's own repository",
    address: /packagecloud\.io\/varnishcache|repo\.varnish-cache\.org/,
  },
];

/** What apt takes packages from in a stage: its distribution, and the repositories that its steps add. */
export function packageSource(stage: Stage, facts: Facts): NameSource | undefined {
  const distribution = distributionOf(stage, facts);
  if (distribution?.name !== "debian" && distribution?.name !== "ubuntu") return undefined;
  const added = new Map<string, { name: string; series: string | undefined }>();
  for (const text of runsOf(stage).map(expanded)) {
    if (!/https?:|ppa:|\/pgdg\//.test(text)) continue;
    for (const { product, name, address } of repositories) {
      const [match, ...others] = text.matchAll(new RegExp(address, `${address.flags}g`));
      // The address of its key does not tell the series.
      if (match) added.set(product, { name, series: [match, ...others].find((one) => one[1])?.[1] });
    }
  }
  return { name: distribution.name, release: distribution.release, repositories: added };
}

/** The text with the variables of ARG and ENV filled in: `setup_${NODE_MAJOR}.x`. */
function expanded({ cooked, variables }: Run): string {
  return cooked.text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced?: string, plain?: string) => {
    return variables.get(braced ?? plain ?? "") ?? whole;
  });
}
