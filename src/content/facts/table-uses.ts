import { warehouseTable } from '../model/table.ts'
import type { Content } from '../read/load.ts'
import { oncePerContent } from '../read/once.ts'
import { provenPages } from './proofs/blocks.ts'

/** A page whose blocks name a table. */
export interface TableUse {
  collection: string
  id: string
}

/** The pages that use each table, by the table's id: those with a block of SQL that names it. */
export const tableUsesOf = oncePerContent(
  'table-uses',
  ({ documents, tables }: Content): ReadonlyMap<string, readonly TableUse[]> => {
    const pages = provenPages(documents).map(({ collection, id, blocks }) => ({
      collection,
      id,
      words: new Set(
        blocks.flatMap(({ block }) => block.code.toLowerCase().match(/[a-z_][a-z0-9_]*/g) ?? []),
      ),
    }))
    return new Map(
      [...tables].map(([id, { data }]) => {
        const { name } = warehouseTable(id, data)
        const uses = pages.filter(({ words }) => words.has(name))
        return [id, uses.map((page) => ({ collection: page.collection, id: page.id }))]
      }),
    )
  },
)
