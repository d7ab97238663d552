import { closestTo } from '../../../text/suggest.ts'
import { hasBody } from '../../read/body.ts'
import type { ContentDocument } from '../../read/load.ts'
import type { Rule } from './rule.ts'

export const unusedVariable: Rule = {
  id: 'unused-variable',
  severity: 'warning',
  reason:
    'A reader fills in a value that goes nowhere, while the name that the command asks for stays empty.',
  fix: 'Write the name as the command has it, or delete the variable.',
  *check({ content, drafts }) {
    const around = neighbors(content.documents.filter(hasBody))
    for (const document of [...drafts.issues, ...drafts.runbooks, ...drafts.pipelines]) {
      // Its own text, and that of pages which it leads to or which lead to it, may use it.
      const declared = (document.data.variables ?? []).map(({ name }) => name)
      for (const [index, name] of declared.entries()) {
        if (declared.indexOf(name) < index) continue
        const isUsed =
          names(document).has(name) || (around.get(document) ?? []).some((page) => names(page).has(name))
        if (isUsed) continue
        const meant = closestTo(
          name,
          [...names(document)].filter((each) => /^[A-Z_\d]{2,}$/.test(each)),
        )
        yield {
          document,
          at: { path: ['variables', index, 'name'] },
          message: `No command or text of the page uses the variable "${name}"`,
          ...(meant !== undefined && { hint: `Did you mean "${meant}"? Else delete it.` }),
        }
      }
    }
    for (const document of [...drafts.issues, ...drafts.runbooks, ...drafts.pipelines]) {
      const seen = new Set<string>()
      for (const [index, { name }] of (document.data.variables ?? []).entries()) {
        if (seen.has(name))
          yield {
            document,
            at: { path: ['variables', index, 'name'] },
            message: `The variable "${name}" is declared twice`,
            hint: 'Remove one of the two, or write the other name that was meant.',
            severity: 'error',
          }
        seen.add(name)
      }
    }
  },
}

/** The pages that each page names as its runbook or as one of its pipelines, and those that name it. */
function neighbors(pages: readonly ContentDocument[]): Map<ContentDocument, ContentDocument[]> {
  const around = new Map(pages.map((page): [ContentDocument, ContentDocument[]] => [page, []]))
  const byName = Map.groupBy(pages, ({ collection, id }) => `${collection}/${id}`)
  for (const page of pages) {
    const { runbook, pipelines } = fieldsOf(page)
    const named = [
      ...(typeof runbook === 'string' ? [`runbooks/${runbook}`] : []),
      ...(Array.isArray(pipelines) ? pipelines.map((id) => `pipelines/${String(id)}`) : []),
    ]
    for (const other of new Set(named.flatMap((name) => byName.get(name) ?? []))) {
      around.get(page)?.push(other)
      around.get(other)?.push(page)
    }
  }
  return around
}

function fieldsOf({ written }: ContentDocument): { runbook?: unknown; pipelines?: unknown } {
  return typeof written === 'object' && written !== null ? written : {}
}

const kept = new WeakMap<ContentDocument, ReadonlySet<string>>()

/** The words of a body. */
function names(document: ContentDocument): ReadonlySet<string> {
  const known = kept.get(document)
  if (known) return known
  const words = new Set(document.body.match(/[A-Za-z_][\w-]*/g))
  // `$TOPIC-$PART` and `<RUN-ID>`: with and without the hyphen.
  for (const word of [...words]) for (const part of word.split('-')) words.add(part)
  kept.set(document, words)
  return words
}
