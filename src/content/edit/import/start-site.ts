import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { anchorsOf } from './markup/headings.ts'
import { isRecord } from './common/frontmatter.ts'
import type { Import } from './types.ts'

/**
 * What a team's own pages start with: their headings are theirs, their commands were tested in their own way, and what
 * is only not as this site would write it is a warning. What hides or breaks something stays an error.
 */
const IMPORT_RULES: Readonly<Record<string, 'warning' | 'off'>> = {
  'missing-section': 'off',
  'unknown-section': 'off',
  'section-order': 'off',
  'untested-code': 'off',
  'unused-runbook': 'off',
  'unknown-variable': 'off',
  'code-prompt': 'warning',
  'code-syntax': 'warning',
  'code-fence': 'warning',
  'list-number': 'warning',
  'list-space': 'warning',
  'unclosed-mark': 'warning',
  'undefined-reference': 'warning',
  'unused-definition': 'warning',
  'empty-section': 'warning',
  'table-cells': 'warning',
  'duplicate-title': 'warning',
  'duplicate-file': 'warning',
  'image-text': 'warning',
  'typographic-code': 'warning',
}

/** A heading that at least half of the issues have is one of the team's sections. */
const MIN_SHARE = 0.5

/** What `init --from import` writes into `site.yaml`: a name, and the rules. The first import adds what it learns. */
export function siteBeforeImport(
  name: string,
): { name: string; description: string } & Record<string, unknown> {
  return { name, description: name, sections: { issue: [] }, rules: IMPORT_RULES }
}

/** The name of a `site.yaml` that waits for its first import, as nobody has edited it since. */
function awaitedName(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  const text = readFileSync(file, 'utf8')
  const name = /^name: (.+)$/m.exec(text)?.[1]
  const read: unknown = name === undefined ? undefined : parse(name)
  return typeof read === 'string' && text === toText(siteBeforeImport(read)) ? read : undefined
}

export function toText(site: Record<string, unknown>): string {
  return stringify(site, { lineWidth: 0, singleQuote: true })
}

/**
 * Writes a `site.yaml` where there is none, or none but that of `init --from import`: the source's own name, its
 * severities and sections, and the rules above.
 *
 * @param severities of the rule files, worst first
 * @returns its path; nothing where there was one
 */
export function startSite(
  root: string,
  sources: readonly { source: string; result: Import }[],
  severities: readonly string[],
): string | undefined {
  const file = path.join(root, 'site.yaml')
  const awaited = awaitedName(file)
  if (existsSync(file) && awaited === undefined) return undefined
  const generators = sources.flatMap(({ result }) => result.generators)
  const folder = path.basename(path.resolve(sources[0]?.source ?? root))
  const name = awaited ?? generators.find(({ title }) => title !== undefined)?.title ?? folder
  const description = generators.find((each) => each.description !== undefined)?.description ?? name
  const entries = sources.flatMap(({ result }) => result.entries)
  const sections = sectionsOf(
    entries.filter(({ file: entry }) => entry.startsWith('issues/')).map(({ text }) => text),
  )
  const site = {
    name,
    description,
    ...(severities.length > 0 && { severities: severities.map((id) => ({ id })) }),
    sections: { issue: sections.map((heading) => ({ heading })) },
    rules: IMPORT_RULES,
  }
  const text = toText(site)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return undefined
  writeFileSync(file, text)
  return file
}

/** The headings that most issues have, in the order in which most have them. */
function sectionsOf(texts: readonly string[]): string[] {
  const places = new Map<string, number[]>()
  for (const text of texts) {
    const body = text.replace(/^---\n[^]*?\n---\n/, '')
    for (const [index, { title }] of anchorsOf(body)
      .filter(({ depth }) => depth === 2)
      .entries()) {
      places.set(title, [...(places.get(title) ?? []), index])
    }
  }
  const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length
  return [...places]
    .filter(([title, list]) => title !== '' && list.length >= texts.length * MIN_SHARE && texts.length > 1)
    .sort(([a, one], [b, two]) => mean(one) - mean(two) || (a < b ? -1 : 1))
    .map(([title]) => title)
}

/** The severities that a site has, worst first; nothing where its `site.yaml` names none. */
export function severitiesIn(root: string): string[] | undefined {
  const file = path.join(root, 'site.yaml')
  if (!existsSync(file) || awaitedName(file) !== undefined) return undefined
  try {
    const site: unknown = parse(readFileSync(file, 'utf8'))
    const list = isRecord(site) && Array.isArray(site['severities']) ? site['severities'] : []
    return list.flatMap((each: unknown) =>
      isRecord(each) && typeof each['id'] === 'string' ? [each['id']] : [],
    )
  } catch {
    // The check says what is wrong with the file.
    return []
  }
}
