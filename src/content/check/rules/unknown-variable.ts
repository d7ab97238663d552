import { closestTo } from '../../../text/suggest.ts'
import type { ContentDocument } from '../../read/load.ts'
import { nodesOf, type Page } from '../../read/body.ts'
import { assignedIn, usedIn } from '../code/variables.ts'
import type { Rule, RuleContext } from './rule.ts'
import { offsetInCode } from './shared/code-offset.ts'

export const unknownVariable: Rule = {
  id: 'unknown-variable',
  severity: 'error',
  reason:
    'A name that nothing sets is empty when the command runs: a path ends at the root, a filter takes everything.',
  fix: 'Declare it in `variables`, set it in the block, or say on the page what it is, as `NAME`.',
  *check(context) {
    const explained = new Map(context.pages.map((page) => [page.document.path, namesOn(page)]))
    for (const page of context.pages) {
      const known = new Set([
        ...(explained.get(page.document.path) ?? []),
        ...declared(page.document),
        ...relatives(page.document, context).flatMap((document) => [
          ...declared(document),
          ...(explained.get(document.path) ?? []),
        ]),
      ])
      const reported = new Set<string>()
      for (const { document, node, start, end } of nodesOf([page], 'code')) {
        for (const { name, written, offset } of usedIn(node.lang ?? '', node.value)) {
          if (known.has(name) || reported.has(name)) continue
          // A place to fill in is often called as a column is, in capitals.
          if (written.startsWith('<') && known.has(name.toLowerCase())) continue
          reported.add(name)
          const meant = closestTo(name, [...known])
          yield {
            document,
            at: start + offsetInCode(document.text.slice(start, end), node.value, offset),
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
function relatives({ written }: ContentDocument, { content }: RuleContext): ContentDocument[] {
  const runbook = fieldOf(written, 'runbook')
  const pipelines = fieldOf(written, 'pipelines')
  const ids = Array.isArray(pipelines) ? (pipelines as unknown[]) : []
  return content.documents.filter(
    ({ collection, id }) =>
      (collection === 'runbooks' && id === runbook) || (collection === 'pipelines' && ids.includes(id)),
  )
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined
}
