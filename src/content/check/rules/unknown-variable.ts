import { closestTo } from '../../../text/suggest.ts'
import type { ContentDocument } from '../../read/load.ts'
import { hasBody, nodesOf, parsePage, type Page } from '../../read/body.ts'
import { assignedIn, usedIn } from '../code/variables.ts'
import type { Rule } from './rule.ts'
import { offsetInCode } from './shared/code-offset.ts'

export const unknownVariable: Rule = {
  id: 'unknown-variable',
  severity: 'error',
  reason:
    'A name that nothing sets is empty when the command runs: a path ends at the root, a filter takes everything.',
  fix: 'Declare it in `variables`, set it in the block, or say on the page what it is, as `NAME`.',
  *check({ content, pages }) {
    const others = new Map(content.documents.map((each) => [`${each.collection}/${each.id}`, each]))
    for (const page of pages) {
      const sources = [page.document, ...relatives(page.document, others)]
      const known = new Set(sources.flatMap((document) => [...declared(document), ...namesIn(document)]))
      const reported = new Set<string>()
      for (const { document, node, start, end } of nodesOf([page], 'code')) {
        const block = document.text.slice(start, end)
        for (const { name, written, offset } of usedIn(node.lang ?? '', node.value)) {
          if (known.has(name) || reported.has(name)) continue
          // A place to fill in is often called as a column is, in capitals.
          if (written.startsWith('<') && known.has(name.toLowerCase())) continue
          reported.add(name)
          const meant = closestTo(name, [...known])
          yield {
            document,
            at: start + offsetInCode(block, node.value, offset),
            message: `Nothing says what ${written} is`,
            ...(meant !== undefined && {
              hint: `Did you mean "${meant}"? Else declare it in \`variables\`, or set it in the block.`,
            }),
          }
        }
      }
    }
  },
}

/** Every issue of a runbook asks for the runbook's. */
const explained = new WeakMap<ContentDocument, ReadonlySet<string>>()

function namesIn(document: ContentDocument): ReadonlySet<string> {
  const before = explained.get(document)
  if (before) return before
  const names = hasBody(document) ? namesOf(document) : new Set<string>()
  explained.set(document, names)
  return names
}

/** A page that is too much for the parser names nothing, and has a finding of its own. */
function namesOf(document: ContentDocument): ReadonlySet<string> {
  try {
    return namesOn(parsePage(document))
  } catch {
    return new Set()
  }
}

/** Names that the page sets in its commands, or speaks of in its text. */
function namesOn(page: Page): Set<string> {
  const names = new Set<string>()
  for (const { node } of nodesOf([page], 'code'))
    for (const name of assignedIn(node.lang ?? '', node.value)) names.add(name)
  for (const { node } of nodesOf([page], 'inlineCode'))
    for (const [name] of node.value.matchAll(/[A-Za-z_]\w*/g)) names.add(name)
  return names
}

function declared({ written }: ContentDocument): string[] {
  const list = fieldOf(written, 'variables')
  return Array.isArray(list)
    ? list.map((each: unknown) => fieldOf(each, 'name')).filter((name) => typeof name === 'string')
    : []
}

/** The pages that a page leads on from: its runbook and its pipelines. */
function relatives(
  { written }: ContentDocument,
  others: ReadonlyMap<string, ContentDocument>,
): ContentDocument[] {
  const pipelines = fieldOf(written, 'pipelines')
  const names = [
    `runbooks/${String(fieldOf(written, 'runbook'))}`,
    ...(Array.isArray(pipelines) ? pipelines.map((id) => `pipelines/${String(id)}`) : []),
  ]
  return names.flatMap((name) => others.get(name) ?? [])
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined
}
