import components from 'prismjs/components.js'
import { promptIn } from '../../../check/rules/code-prompt.ts'
import type { PageLog } from '../common/log.ts'
import type { Fence } from './masks.ts'

/** What the site colors, shows as it is, or takes for a session at a terminal. */
const KNOWN: ReadonlySet<string> = new Set([
  ...[
    'text',
    'txt',
    'plaintext',
    'log',
    'console',
    'shell-session',
    'mermaid',
    'plantuml',
    'geojson',
    'topojson',
    'stl',
  ],
  ...Object.entries(components.languages).flatMap(([name, { alias = [] }]) => [name, ...[alias].flat()]),
])

/** Other names for languages that the site knows. */
const ALIASES: Readonly<Record<string, string>> = {
  terminal: 'console',
  shellsession: 'console',
  'shell-session': 'console',
  kubectl: 'console',
  curl: 'bash',
  zsh: 'bash',
  ksh: 'bash',
  fish: 'bash',
  cmd: 'batch',
  bat: 'batch',
  dos: 'batch',
  pwsh: 'powershell',
  ps1: 'powershell',
  ps: 'powershell',
  terraform: 'hcl',
  tf: 'hcl',
  logql: 'promql',
  jsonnet: 'json',
  libsonnet: 'json',
  kusto: 'kusto',
  kql: 'text',
  conf: 'ini',
  jsonc: 'json',
  helm: 'yaml',
  golang: 'go',
  csharp: 'csharp',
}

/** A fence's first line in the site's form: a language that it knows, and the title, which often is the file to edit. */
export function cleanInfo(fence: Fence, log: PageLog): string {
  const { info } = fence
  const braces = /^\{\s*\.?([\w+#-]+)?([^}]*)\}/.exec(info)
  const [written = '', rest = ''] = braces
    ? [braces[1] ?? '', `${braces[2] ?? ''} ${info.slice(braces[0].length)}`]
    : (/^([^\s{,:]*)(.*)$/s.exec(info)?.slice(1) ?? [])
  const name = written
    .toLowerCase()
    .replace(/^\./, '')
    .replace(/^(?:code-block|code|sourcecode)$/, '')
  const named = languageOf(name, log)
  // With prompts it is a session: only what is typed is copied.
  const isSession = promptIn(named, fence.lines.join('\n')) !== undefined
  if (isSession) log.converted('session at a terminal', `${named} → console`)
  const language = isSession ? 'console' : named
  const title =
    /\b(?:title|filename|file|header)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))/
      .exec(rest)
      ?.slice(1)
      .find((each) => each !== undefined) ??
    /^\s*\[([^\]]+)\]/.exec(rest)?.[1] ??
    /^:(?!:)(\S+)/.exec(rest)?.[1]
  const test = /(?:^|\s)test(?:=(?:"[^"]*"|\S+))?(?=\s|$)/.exec(rest)?.[0].trim()
  if (rest.trim() !== '' && title === undefined && test === undefined)
    log.dropped('attributes of a code block')
  return [
    language === '' && title !== undefined ? 'text' : language,
    title === undefined ? '' : `title="${title.replaceAll('"', "'")}"`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function languageOf(name: string, log: PageLog): string {
  if (name === '' || KNOWN.has(name)) return name
  const alias = ALIASES[name]
  log.converted('language of a code block', `${name} → ${alias ?? 'text'}`)
  return alias ?? 'text'
}
