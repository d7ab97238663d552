import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { PAGE_COLLECTIONS } from '../model/collections.ts'
import type { Finding } from '../read/findings.ts'
import { displayPath, type Content } from '../read/load.ts'

/** What is read of a rehearsal, from its folder on; `files/` and `expect/` hold what its commands ask for. */
const OF_REHEARSAL =
  /^(?:(?:rehearsal\.yaml|healthy\.sql|fault\.sql|README\.md)$|(?:cases\/[^/]+\.(?:sql|yaml)|commands\/[^/]+\.yaml)$|(?:files|expect)\/)/
const OF_RECEIPTS = new RegExp(`^(?:(?:${PAGE_COLLECTIONS.join('|')})\\/.+\\.json|README\\.md)$`)

/** Files that lie beside the ones that a command reads, under a name that nothing reads: what is in them has no effect. */
export function strayFiles({ root }: Content): Finding[] {
  return [
    ...strays(path.join(root, 'rehearsals'), (name) => OF_REHEARSAL.test(name.replace(/^[^/]+\//, '')), {
      hint: 'A rehearsal has rehearsal.yaml, healthy.sql, fault.sql, cases/*.sql or *.yaml, commands/*.yaml, and files/.',
    }),
    ...strays(path.join(root, 'receipts'), (name) => OF_RECEIPTS.test(name), {
      hint: 'Receipts are written by `npm run prove`: receipts/<collection>/<page>.json. Delete the file.',
    }),
  ]
}

function strays(folder: string, isRead: (name: string) => boolean, { hint }: { hint: string }): Finding[] {
  // A file of that name has a finding of its own.
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map((item) => path.join(item.parentPath, item.name))
    .filter((file) => !isRead(path.relative(folder, file).split(path.sep).join('/')))
    .sort()
    .map((file) => ({
      file: displayPath(file),
      severity: 'error',
      rule: 'not-an-entry',
      message: `Nothing reads "${path.basename(file)}" in this place`,
      hint,
    }))
}
