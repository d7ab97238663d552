import path from 'node:path'
import { definitionOf } from '../../model/collections.ts'
import { isCalendarFile } from '../../model/rota.ts'
import { didYouMean } from '../../../text/suggest.ts'
import type { Rule } from './rule.ts'
import { addressesOf } from '../../facts/addresses.ts'
import { referencesOf } from '../../read/references.ts'

export const unknownReference: Rule = {
  id: 'unknown-reference',
  severity: 'error',
  reason: 'A reference to an entry that does not exist would be a dead end on the page.',
  fix: 'Write the id of an entry: its file name without the ending.',
  *check({ content }) {
    for (const document of content.rotas.values()) {
      const { ics } = document.data
      if (!isCalendarFile(ics) || content.assets.has(path.join(content.root, ics))) continue
      yield {
        document,
        at: { path: ['ics'] },
        message: `There is no file ${ics}`,
        hint: 'Put the exported calendar there, or write the address of the feed.',
      }
    }
    for (const document of content.documents) {
      const seen = new Map<string, number>()
      for (const { collection, id } of referencesOf(document))
        seen.set(`${collection}/${id}`, (seen.get(`${collection}/${id}`) ?? 0) + 1)
      const said = new Set<string>()
      for (const { collection, id, written, path: field } of referencesOf(document)) {
        const known = content.ids[collection]
        if (known.includes(id)) continue
        // Weeks name their people again and again: who is missing is missing once.
        const isRepeated = document.collection === 'published' && said.has(`${collection}/${id}`)
        said.add(`${collection}/${id}`)
        if (isRepeated) continue
        // People copy the path of a file, or its name with the ending.
        const name = path.basename(id).replace(/\.(mdx?|yaml)$/, '')
        const meant = addressesOf(content).formerly(collection, id)?.id ?? name
        yield {
          document,
          at: { path: field },
          message: `No ${definitionOf(collection).singular} "${written}"`,
          hint:
            document.collection === 'published' && (seen.get(`${collection}/${id}`) ?? 0) > 1
              ? `Restore ${collection}/${id}.yaml: ${String(seen.get(`${collection}/${id}`))} places of the published weeks name it. Who leaves keeps their file, with \`until\`.`
              : (hintFor(id, meant, known) ?? `See the files in ${collection}/.`),
        }
      }
    }
  },
}

function hintFor(id: string, meant: string, known: readonly string[]): string | undefined {
  const several = id.split(/[\s;]+/)
  if (several.length > 1 && several.every((each) => known.includes(each)))
    return `Write commas between them: ${several.join(', ')}`
  return known.includes(meant) ? `Write its id: ${meant}` : didYouMean(meant, known)
}
