import { hostRules, prefixOf } from './rules.ts'

/** A `Caddyfile`. Of several directives for one header the last one counts. */
export function caddyFile(base: string): string {
  const prefix = prefixOf(base)
  const headers = hostRules(base).map(({ path, headers }, index) => {
    const lines = Object.entries(headers).map(
      ([name, value]) => `\t\t${name} "${value.replaceAll('"', '\\"')}"`,
    )
    const matcher = path === `${prefix}/*` ? '' : `@rule${String(index)} `
    const match = matcher === '' ? [] : [`\t${matcher}path ${path}`]
    return [...match, `\theader ${matcher}{`, ...lines, '\t}'].join('\n')
  })
  return `# Set the name of your host, and the folder of the site.
watchbook.example.com {
	root * /srv/watchbook${prefix === '' ? '/dist' : ''}
	encode zstd gzip
	route {
${headers.join('\n')}
		file_server
	}
	handle_errors {
		rewrite * ${prefix}/404.html
		file_server
	}
}
`
}
