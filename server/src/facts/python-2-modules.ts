/** How pip brings a module of Python 2's that Debian has a package of and Alpine has not. */
export interface Python2Module {
  /** The project on PyPI; undefined for pip itself. Of those that went on without Python 2, pip takes the last version for it. */
  readonly project: string | undefined;
  /** Alpine's packages to compile it with, beside the compiler and Python's headers; undefined where nothing is compiled. */
  readonly build?: readonly string[];
  /** Alpine's packages of the libraries it is linked with. */
  readonly libraries?: readonly string[];
}

/**
 * Modules without compiled parts, or whose compiled parts are optional and left out without a compiler: what stands behind
 * `python-` in Debian's name, with PyPI's name where it is another. From general knowledge of these projects, 2026-11-27.
 */
const pure = `
  amqp anyjson argcomplete babel=Babel backports.ssl-match-hostname=backports.ssl_match_hostname
  beautifulsoup=BeautifulSoup blinker boto boto3 bottle bs4=beautifulsoup4 celery chardet cherrypy=CherryPy
  cherrypy3=CherryPy click colorama concurrent.futures=futures configobj coverage daemon=python-daemon
  dateutil=python-dateutil decorator django=Django django-tagging dnspython docopt docutils ecdsa elasticsearch enum34
  feedparser flask=Flask flask-restful=Flask-RESTful flup formencode=FormEncode funcsigs future genshi=Genshi
  gflags=python-gflags gridfs=pymongo gunicorn html5lib httplib2 ipaddr ipaddress isodate itsdangerous jinja2=Jinja2 jsonpickle
  jsonschema jwt=PyJWT kazoo kombu lockfile mako=Mako markdown=Markdown markupsafe=MarkupSafe mechanize
  memcache=python-memcached mock mutagen natsort netaddr networkx nose nosexcover oauth oauth2 oauthlib openid=python-openid
  openpyxl passlib paste=Paste pastedeploy=PasteDeploy pastescript=PasteScript pbr pep8 pexpect pika ply prettytable
  progressbar protobuf=protobuf==3.17.3 ptyprocess py pyasn1 pybabel=Babel pydot pyelftools pyflakes pygments=Pygments
  pyinotify pymongo pymongo-ext=pymongo pymysql=PyMySQL pyparsing pypdf=pyPdf pyth pytest pyx=PyX==0.12.1 rdflib redis
  requests requests-oauthlib routes=Routes serial=pyserial simplejson six sphinx=Sphinx sqlalchemy=SQLAlchemy statsd
  stevedore suds sympy tabulate termcolor tornado tox tweepy tz=pytz unidecode=Unidecode unittest2 uritemplate urllib3
  webob=WebOb websocket=websocket-client werkzeug=Werkzeug wheel whoosh=Whoosh wtforms=WTForms xdg=pyxdg xlrd xlwt
  xmltodict xvfbwrapper yaml=PyYAML==5.3.1 virtualenv
`;

const compiled: readonly (readonly [string, Python2Module])[] = [
  ["crypto", { project: "pycrypto", build: [] }],
  ["eventlet", { project: "eventlet", build: ["g++"], libraries: ["libstdc++"] }],
  ["greenlet", { project: "greenlet", build: ["g++"], libraries: ["libstdc++"] }],
  ["levenshtein", { project: "python-Levenshtein", build: [] }],
  ["netifaces", { project: "netifaces", build: [] }],
  ["psutil", { project: "psutil", build: ["linux-headers"] }],
  ["imaging", { project: "Pillow", ...ofPillow() }],
  ["pil", { project: "Pillow", ...ofPillow() }],
  ["lxml", { project: "lxml", build: ["libxml2-dev", "libxslt-dev"], libraries: ["libxml2", "libxslt"] }],
  ["mysqldb", { project: "mysqlclient", build: ["mariadb-connector-c-dev"], libraries: ["mariadb-connector-c"] }],
  ["ndg-httpsclient", { project: "ndg-httpsclient", ...ofCryptography() }],
  ["numpy", { project: "numpy", build: [] }],
  ["openssl", { project: "pyOpenSSL", ...ofCryptography() }],
  ["cryptography", { project: "cryptography", ...ofCryptography() }],
  [
    "matplotlib",
    {
      project: "matplotlib",
      build: ["g++", "freetype-dev", "libpng-dev", "pkgconf"],
      libraries: ["freetype", "libpng", "libstdc++"],
    },
  ],
  ["paramiko", { project: "paramiko", ...ofCryptography("make") }],
  ["pycurl", { project: "pycurl", build: ["curl-dev", "openssl-dev"], libraries: ["libcurl"] }],
  ["pysqlite2", { project: "pysqlite", build: ["sqlite-dev"], libraries: ["sqlite-libs"] }],
];

/** Its last version for Python 2 is older than the parts in Rust. */
function ofCryptography(...more: string[]): Pick<Python2Module, "build" | "libraries"> {
  return { build: ["libffi-dev", "openssl-dev", ...more], libraries: ["libffi", "libssl1.1"] };
}

function ofPillow(): Pick<Python2Module, "build" | "libraries"> {
  return {
    build: ["freetype-dev", "libjpeg-turbo-dev", "zlib-dev"],
    libraries: ["freetype", "libjpeg-turbo", "zlib"],
  };
}

/** By what stands behind `python-` in Debian's name. */
export const python2Modules: ReadonlyMap<string, Python2Module> = new Map([
  ...pure
    .trim()
    .split(/\s+/)
    .map((entry): [string, Python2Module] => {
      const [, name = entry, project = entry] = /^([^=]+)=(.+)$/.exec(entry) ?? [];
      return [name, { project }];
    }),
  ...compiled,
  ["pip", { project: undefined }],
]);
