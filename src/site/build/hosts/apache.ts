import { endingsByType } from '../content-types.ts'
import { hostRules, pathPattern, prefixOf } from './rules.ts'

/** `.htaccess`, which Apache 2.4 reads from the root of the site where `AllowOverride` allows it. */
export function apacheFile(base: string): string {
  const set = (name: string, value: string) => `Header always set ${name} "${value.replaceAll('"', '\\"')}"`
  const [first, ...others] = hostRules(base)
  const common = Object.entries(first?.headers ?? {}).map(([name, value]) => `  ${set(name, value)}`)
  const special = others.map(({ path, headers }) => {
    const lines = Object.entries(headers).map(([name, value]) => `    ${set(name, value)}`)
    return [`  <If "%{REQUEST_URI} =~ m#${pathPattern(path)}#">`, ...lines, '  </If>'].join('\n')
  })
  const types = [...endingsByType()].map(
    ([type, endings]) => `AddType "${type}" ${endings.map((ending) => `.${ending}`).join(' ')}`,
  )
  return `# Read by Apache 2.4 with AllowOverride FileInfo.
ErrorDocument 404 ${prefixOf(base)}/404.html
${types.join('\n')}
<If "! %{REQUEST_METHOD} in {'GET', 'HEAD'}">
  Redirect 405 "/"
</If>
<IfModule mod_headers.c>
${[...common, ...special].join('\n')}
</IfModule>
`
}
