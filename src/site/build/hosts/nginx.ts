import { endingsByType, isCompressible } from '../content-types.ts'
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
  const known = [...endingsByType()].map(([type, endings]) => ({
    plain: type.replace(/;.*/, ''),
    type,
    endings,
  }))
  const types = known.map(({ plain, endings }) => `    ${plain} ${endings.join(' ')};`)
  // Of HTML, nginx knows both by itself.
  const others = known.filter(({ plain }) => plain !== 'text/html')
  const textTypes = others.filter(({ type }) => type.includes('charset')).map(({ plain }) => plain)
  const compressed = others.filter(({ type }) => isCompressible(type)).map(({ plain }) => plain)
  const headers = headerNames(rules).map((name) => `  add_header ${name} ${variable(name)} always;`)
  return `# Put this file into conf.d, and set server_name, root, and the certificate of your host.
${maps.join('\n')}

server {
  listen 80;
  server_name watchbook.example.com;
  ${prefix === '' ? 'root /srv/watchbook/dist;' : `# The folder that holds the site as ${prefix.slice(1)}/\n  root /srv/watchbook;`}

  charset utf-8;
  charset_types ${textTypes.join(' ')};
  server_tokens off;
  autoindex off;
  disable_symlinks on;
  absolute_redirect off;
  types {
${types.join('\n')}
  }
  default_type application/octet-stream;
  gzip on;
  gzip_vary on;
  gzip_types ${compressed.join(' ')};

${headers.join('\n')}

  error_page 404 ${prefix}/404.html;
  location ${prefix}/ {
    limit_except GET { deny all; }
    try_files $uri $uri/index.html =404;
  }
}
`
}
