import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Finding } from '../read/findings.ts'
import { displayPath, unreadable, type Content } from '../read/load.ts'
import { SEVERITIES } from '../model/collections.ts'
import { ruleSense } from './alert-rules/rule-sense.ts'
import type { Known } from './alert-rules/rule-values.ts'
import { checkAlerts } from './alert-rules/check.ts'
import { readSources } from './alert-rules/rule-sources.ts'

/** The rule files of the content, in `alerts/`; those of elsewhere are checked with `--alerts`. */
const FOLDER = 'alerts'
const READ = /\.(?:ya?ml|json|rules|tpl)$|^README\.md$/i
/** A file of rules that is longer is no file of rules. */
const MAX_BYTES = 2 * 1024 * 1024

/**
 * What is wrong with the rule files of the content, and with the alerts that issues name. An alert that no file here has may
 * be in another repository; one that is nearly the name of a rule here is mistyped.
 */
export function alertFileFindings(content: Content): Finding[] {
  const folder = path.join(content.root, FOLDER)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return []
  const files = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'))
  const unread = files.filter((item) => item.isFile() && !READ.test(item.name))
  const isLong = (name: string) => statSync(path.join(folder, name)).size > MAX_BYTES
  const named = files.filter((item) => item.isFile() && /\.(?:ya?ml|json|rules|tpl)$/i.test(item.name))
  const others = unread.map(({ name }): Finding => ({
    file: displayPath(path.join(folder, name)),
    severity: 'error',
    rule: 'not-an-entry',
    message: `Nothing reads "${FOLDER}/${name}"`,
    hint: 'Rules are in files that end in .yaml, .yml, .json or .rules; move it elsewhere, or rename it.',
  }))
  if (named.length === 0 || named.some(({ name }) => isLong(name))) return others
  try {
    const sources = readSources([folder])
    // The alerts of a page that cannot be read are not known.
    const isKnown = content.documents.every(({ collection, data }) => collection !== 'issues' || data)
    const { findings } = checkAlerts(content, sources, { environment: {} })
    const known = knownTo(content, sources.files)
    const sense = sources.files.flatMap(({ name, text }) => ruleSense(displayPath(name), text, known))
    const unread = new Set(findings.filter(({ rule }) => rule === 'alert-file').map(({ file }) => file))
    return [
      ...others,
      ...(isKnown && unread.size === 0
        ? ofHere(content, findings)
        : findings.filter(({ rule }) => rule === 'alert-file')),
      ...sense.filter(({ file }) => !unread.has(file)),
    ]
  } catch (error) {
    return [...others, unreadable(displayPath(folder), error)]
  }
}

/** The severities of the site, where most rules have one of them; and all alerts of the files. */
function knownTo({ site }: Content, files: readonly { text: string }[]): Known {
  const ids = (site?.data.severities ?? SEVERITIES).map(({ id }) => id)
  const written = files.flatMap(({ text }) => valuesOf(text, 'severity'))
  const own = written.filter((severity) => ids.includes(severity))
  return {
    severities: own.length * 2 > written.length ? ids : [],
    alerts: files.flatMap(({ text }) => valuesOf(text, 'alert')),
  }
}

function valuesOf(text: string, field: string): string[] {
  const line = new RegExp(`^[\\s{,-]*${field}:[ \\t]*["']?([^"'\\s#,}]+)`, 'gm')
  return [...text.matchAll(line)].map(([, value = '']) => value)
}

/** Findings once each: an alert that is mistyped in one place is missing in the other. */
function ofHere(content: Content, findings: readonly Finding[]): Finding[] {
  const named = [...content.issues.values()].flatMap(({ data }) => data.alerts ?? []).length
  const missing = findings.filter(({ rule }) => rule === 'alert-not-in-rules')
  const nameIn = ({ message }: Finding) => (/"([^"]+)"/.exec(message)?.[1] ?? '').toLowerCase()
  const nowhere = findings.filter(({ rule }) => rule === 'alert-url-nowhere').map(({ message }) => message)
  const leadsNowhere = (name: string) =>
    nowhere.some((each) => each.toLowerCase().endsWith(`/alerts/${name}/`))
  const strangers = findings.filter(({ rule }) => rule === 'alert-without-issue').map(nameIn)
  /** The name in the rules that an issue has mistyped: the address in the rule leads nowhere then. */
  const meantBy = ({ hint = '' }: Finding) =>
    strangers.find((name) => hint.toLowerCase().includes(`"${name}"`))
  const mistyped = new Set(missing.flatMap((each) => meantBy(each) ?? []).filter(leadsNowhere))
  const others = missing.filter((each) => meantBy(each) === undefined)
  return findings.flatMap((finding) => (isSaid(finding) ? [withOthers(finding)] : []))

  /** Of alerts that were taken out together, the first is shown with the number of the others. */
  function withOthers(finding: Finding): Finding {
    if (finding !== others[0] || others.length === 1) return finding
    return {
      ...finding,
      hint: `${finding.hint ?? ''} The same holds of ${others.slice(1).map(nameIn).join(', ')}.`,
    }
  }

  function isSaid(finding: Finding): boolean {
    const name = nameIn(finding)
    if (finding.rule === 'alert-not-in-rules') {
      const meant = meantBy(finding)
      if (meant !== undefined) return mistyped.has(meant)
      // A team with rules in other places has many of them.
      return finding === others[0] && others.length * 4 <= named
    }
    if (finding.rule === 'alert-without-issue') return !mistyped.has(name)
    if (finding.rule !== 'alert-url-nowhere') return true
    const target = /\/alerts\/([^/]+)\/$/.exec(finding.message)?.[1]?.toLowerCase() ?? ''
    return !mistyped.has(target) && !strangers.includes(target)
  }
}
