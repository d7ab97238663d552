import { headerNames, hostRules, pathPattern, prefixOf } from './rules.ts'

const variable = (name: string) => `$watchbook_${name.toLowerCase().replaceAll('-', '_')}`
const quoted = (text: string) => `"${text.replaceAll('"', '\\"')}"`

/**
 * A file for nginx's `conf.d`. Each header is a variable that depends on the path: nginx drops the headers of a server in every
 * `location` that sets one of its own.
 */
export function nginxFile(base: string): string {
  const rules = hostRules(base)
  const prefix = prefixOf(base)
  const maps = headerNames(rules).map((name) => {
    const [first, ...others] = rules
    // nginx takes the first expression that matches, and the rules say that the last one counts.
    const lines = others.toReversed().flatMap(({ path, headers }) => {
      const value = headers[name]
      return value === undefined ? [] : [`  ${quoted(`~${pathPattern(path)}`)} ${quoted(value)};`]
    })
    return [
      `map $uri ${variable(name)} {`,
      `  default ${quoted(first?.headers[name] ?? '')};`,
      ...lines,
      '}',
    ].join('\n')
  })
  const headers = headerNames(rules).map((name) => `  add_header ${name} ${variable(name)} always;`)
  return `# Put this file into conf.d, and set server_name, root, and the certificate of your host.
${maps.join('\n')}

server {
  listen 80;
  server_name watchbook.example.com;
  ${prefix === '' ? 'root /srv/watchbook/dist;' : `# The folder that holds the site as ${prefix.slice(1)}/\n  root /srv/watchbook;`}

  charset utf-8;
  charset_types text/css text/plain text/calendar text/xml application/javascript application/json;
  server_tokens off;
  autoindex off;
  disable_symlinks on;
  absolute_redirect off;
  types {
    text/html html;
    text/css css;
    application/javascript js mjs;
    application/json json;
    text/calendar ics;
    text/plain txt log md csv tsv sql sh py ps1 ini conf toml yaml yml properties patch;
    text/xml xml;
    image/svg+xml svg;
    image/png png;
    image/jpeg jpg jpeg;
    image/gif gif;
    image/webp webp;
    image/avif avif;
    font/woff2 woff2;
    application/pdf pdf;
    application/manifest+json webmanifest;
    application/wasm wasm;
  }
  default_type application/octet-stream;
  gzip on;
  gzip_vary on;
  gzip_types text/css text/plain text/calendar text/xml application/javascript application/json image/svg+xml;

${headers.join('\n')}

  error_page 404 ${prefix}/404.html;
  location ${prefix}/ {
    limit_except GET { deny all; }
    try_files $uri $uri/index.html =404;
  }
}
`
}
