import { endingsByType } from '../content-types.ts'
import { hostRules, pathPattern, prefixOf } from './rules.ts'

/** A `Caddyfile`. Of several directives for one header the last one counts. */
export function caddyFile(base: string): string {
  const prefix = prefixOf(base)
  const headers = hostRules(base).map(({ path, headers }, index) => {
    const lines = Object.entries(headers).map(
      ([name, value]) => `\t\t${name} "${value.replaceAll('"', '\\"')}"`,
    )
    const matcher = path === `${prefix}/*` ? '' : `@rule${String(index)} `
    // In a `path`, a star in the middle stops at the next slash.
    const match = matcher === '' ? [] : [`\t${matcher}path_regexp ${pathPattern(path)}`]
    return [...match, `\theader ${matcher}{`, ...lines, '\t}'].join('\n')
  })
  // Caddy takes types from the machine that it runs on, which may know no calendars.
  const types = [...endingsByType()].map(
    ([type, endings], index) =>
      `\t@type${String(index)} path ${endings.map((ending) => `*.${ending}`).join(' ')}\n\theader @type${String(index)} Content-Type "${type}"`,
  )
  return `# Set the name of your host, and the folder of the site.
watchbook.example.com {
	root * /srv/watchbook${prefix === '' ? '/dist' : ''}
	encode zstd gzip
	route {
		@other not method GET HEAD
		respond @other 405
${[...headers, ...types].join('\n').replace(/^/gm, '\t')}
		file_server
	}
	handle_errors {
		rewrite * ${prefix}/404.html
		file_server
	}
}
`
}
