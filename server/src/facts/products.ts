/** A language, a server or a client whose version decides whether what uses it goes on working. */
export interface Product {
  readonly title: string;
  /** How many numbers of a version make a series, within which updates are meant to break nothing. */
  readonly parts: 1 | 2;
  /** The first major version of which one number makes a series; those before take two, as PostgreSQL 9.6. */
  readonly since: number;
  /** The Debian package whose version is the product's. */
  readonly debian: string;
  /** The Alpine package whose version is the product's. */
  readonly alpine: string;
  /** Alpine keeps several series, their digits behind that name: `postgresql17`. */
  readonly isNumbered: boolean;
  /** Without the same series: the nearest later one, or the release's newest. */
  readonly otherwise: "nearest" | "newest";
  /** Another package with a series of its own: `nodejs-current`. */
  readonly other: string | undefined;
  /** The official image whose tags keep a series. */
  readonly image: string | undefined;
  readonly names: readonly ProductName[];
}

/** Debian names that carry a product. */
export interface ProductName {
  /** The first group, where there is one, is the series that the name asks for. */
  readonly form: RegExp;
  /** What the name is on Alpine, the surest first; `{}` stands for the digits of a series. */
  readonly alpine: readonly string[];
}

/** `#` stands for a series. */
function name(form: string, ...alpine: string[]): ProductName {
  return { form: new RegExp(`^(?:${form.replaceAll("#", "(\\d+(?:\\.\\d+)*)")})$`), alpine };
}

type Carriers = readonly [title: string, parts: 1 | 2, debian: string, alpine: string];
type Options = Partial<Pick<Product, "since" | "isNumbered" | "otherwise" | "other" | "image">>;

function product([title, parts, debian, alpine]: Carriers, names: readonly ProductName[], options: Options = {}) {
  const { since = 1, isNumbered = false, otherwise = "newest", other, image } = options;
  return { title, parts, since, debian, alpine, isNumbered, otherwise, other, image, names } satisfies Product;
}

const jre = ["openjdk{}-jre", "openjdk{}"];
const headless = ["openjdk{}-jre-headless", "openjdk{}-jre-base"];

/** Programs that run on, or compile for, the Python they were packaged with, which their names do not tell. */
export const pythonPrograms = name("cython|ipython|gunicorn");

/** The first whose names match is meant. */
export const products: readonly Product[] = [
  product(
    ["Python", 2, "python3", "python3"],
    // The digits of `python3.11` are the series; all modules are for the release's own Python.
    [
      name("(?:lib)?python(3\\.\\d+)(?:-.*)?"),
      name("(?:lib)?python3(?:-.*)?"),
      name("python-is-python3"),
      pythonPrograms,
    ],
    { image: "python" },
  ),
  product(
    ["Node.js", 1, "nodejs", "nodejs"],
    [name("nodejs(?:-.*)?"), name("npm"), name("libnode-dev"), name("node-.*")],
    { image: "node", other: "nodejs-current" },
  ),
  product(
    ["Ruby", 2, "ruby", "ruby"],
    [name("(?:lib)?ruby#(?:-.*)?"), name("(?:lib)?ruby(?:-.*)?"), name("rubygems|bundler|rake")],
    { image: "ruby" },
  ),
  // Its names are read by php-names.ts.
  product(["PHP", 2, "php", "php"], [name("(?:libapache2-mod-)?php#?(?:-.*)?")], {
    isNumbered: true,
    otherwise: "nearest",
    image: "php",
  }),
  product(
    ["PostgreSQL", 1, "postgresql", "postgresql"],
    [
      name("postgresql(?:-#)?", "postgresql{}"),
      name("postgresql-client(?:-#)?", "postgresql{}-client"),
      name("postgresql-contrib(?:-#)?", "postgresql{}-contrib"),
      name("postgresql-server-dev-(?:#|all)", "postgresql{}-dev"),
    ],
    { since: 10, isNumbered: true, otherwise: "nearest" },
  ),
  product(
    ["Java", 1, "default-jdk", "openjdk"],
    [
      name("(?:default|openjdk-#)-jdk(?:-headless)?", "openjdk{}-jdk", "openjdk{}"),
      name("(?:default|openjdk-#)-jre", ...jre),
      name("(?:default|openjdk-#)-jre-headless", ...headless),
      name("java-runtime", ...jre),
      name("java-runtime-headless", ...headless),
    ],
    { isNumbered: true, otherwise: "nearest", image: "eclipse-temurin" },
  ),
  product(
    ["MySQL", 2, "mysql-server", "mariadb"],
    [name("mysql-(?:server|client)(?:-core)?-#"), name("mysql-(?:server|client|common)")],
  ),
  product(
    ["MariaDB", 2, "mariadb-server", "mariadb"],
    [name("mariadb-(?:server|client|common)(?:-core)?(?:-#)?"), name("default-mysql-(?:server|client)(?:-core)?")],
  ),
  product(["Redis", 1, "redis", "redis"], [name("redis(?:-server|-tools|-sentinel)?")]),
  product(["nginx", 2, "nginx", "nginx"], [name("nginx(?:-full|-light|-extras|-core|-common)?")]),
  product(["Apache", 2, "apache2", "apache2"], [name("apache2(?:-utils|-bin|-dev|-mpm-.*)?")]),
  product(["Go", 2, "golang-go", "go"], [name("golang(?:-go)?"), name("golang-#(?:-go)?")], { image: "golang" }),
  product(["Perl", 2, "perl", "perl"], [name("perl(?:-base|-modules)?"), name("libperl-dev")], { image: "perl" }),
  product(["GCC", 1, "gcc", "gcc"], [name("(?:gcc|g\\+\\+|gfortran|cpp)(?:-#)?"), name("build-essential")], {
    since: 5,
  }),
  product(
    ["LLVM", 1, "llvm", "llvm"],
    [
      name("llvm(?:-#)?(?:-runtime|-tools)?", "llvm{}"),
      name("llvm(?:-#)?-dev", "llvm{}-dev"),
      name("clang(?:-#)?", "clang{}", "clang"),
      name("libclang(?:-#)?-dev", "clang{}-dev", "clang-dev"),
      name("clang-(?:format|tidy|tools)(?:-#)?", "clang{}-extra-tools"),
      name("lld(?:-#)?", "lld{}", "lld"),
    ],
    { since: 4, isNumbered: true },
  ),
  product(["CMake", 1, "cmake", "cmake"], [name("cmake")]),
  product(["OpenSSL", 1, "openssl", "openssl"], [name("openssl"), name("libssl-dev")]),
  product(["Rust", 2, "rustc", "rust"], [name("rustc|cargo")], { image: "rust" }),
  product(
    ["Erlang", 1, "erlang", "erlang"],
    [name("erlang(?:-nox|-base)?", "erlang{}", "erlang"), name("erlang-dev", "erlang{}-dev", "erlang-dev")],
    { isNumbered: true, otherwise: "nearest", image: "erlang" },
  ),
  product(["Elixir", 2, "elixir", "elixir"], [name("elixir")], { image: "elixir" }),
  product(["GHC", 2, "ghc", "ghc"], [name("ghc")]),
  product(["OCaml", 2, "ocaml", "ocaml"], [name("ocaml(?:-nox)?")]),
  product(["R", 2, "r-base-core", "R"], [name("r-base(?:-core|-dev)?"), name("r-(?:cran|bioc)-.*")]),
  product(["ImageMagick", 1, "imagemagick", "imagemagick"], [name("imagemagick"), name("libmagick.*")]),
  product(["FFmpeg", 1, "ffmpeg", "ffmpeg"], [name("ffmpeg")]),
  product(["HAProxy", 2, "haproxy", "haproxy"], [name("haproxy")]),
  product(["Varnish", 1, "varnish", "varnish"], [name("varnish")]),
  product(["RabbitMQ", 1, "rabbitmq-server", "rabbitmq-server"], [name("rabbitmq-server")]),
  product(["Dovecot", 2, "dovecot-core", "dovecot"], [name("dovecot-.*")]),
];

/** Releases of Debian whose packages of MySQL's names are MySQL; later ones mean MariaDB, or have none. */
const withMysql: ReadonlySet<string> = new Set(["wheezy", "jessie"]);

/** What a Debian name carries; on Debian and Ubuntu the same name may mean another product. */
export function productOf(
  debian: string,
  distribution: { readonly name: string; readonly release: string | undefined } | undefined,
): { readonly product: Product; readonly form: ProductName; readonly series: string | undefined } | undefined {
  for (const product of products) {
    for (const form of product.names) {
      const match = form.form.exec(debian);
      if (match) return { product: meant(product, debian, match[1], distribution), form, series: match[1] };
    }
  }
  return undefined;
}

function meant(
  product: Product,
  debian: string,
  series: string | undefined,
  distribution: { readonly name: string; readonly release: string | undefined } | undefined,
): Product {
  if (series !== undefined || distribution === undefined) return product;
  const other = (title: string) => products.find((one) => one.title === title) ?? product;
  const hasMysql = distribution.name === "ubuntu" || withMysql.has(distribution.release ?? "");
  if (product.title === "MySQL" && !hasMysql) return other("MariaDB");
  if (product.title === "MariaDB" && hasMysql && debian.startsWith("default-mysql")) return other("MySQL");
  return product;
}

/** `3.11` of `3.11.2`, by as many numbers as make the series. */
export function seriesOf(version: string, { parts, since }: Product): string | undefined {
  const numbers = /^\d+(?:\.\d+)*/.exec(version)?.[0].split(".");
  if (numbers === undefined) return undefined;
  return numbers.slice(0, Number(numbers[0]) < since ? 2 : parts).join(".");
}
