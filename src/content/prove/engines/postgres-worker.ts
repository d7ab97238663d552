/** A thread of its own for PostgreSQL: WebAssembly cannot be interrupted, a thread can be ended. */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import type { Rows } from '../verdict.ts'
import type { Start } from './postgres-start.ts'

/** The types whose values the library would turn into numbers, dates or objects; text compares between engines. */
const TYPES = [16, 17, 18, 20, 21, 23, 25, 26, 114, 700, 701, 1082, 1083, 1114, 1184, 1186, 1700, 3802]

/**
 * What comes back for one statement. The first message of a thread has no rows: it says that PostgreSQL runs, and brings
 * the files of its empty database where the thread has made them. A session that is lost takes every statement and says
 * nothing, not even an error, from then on.
 */
export type Reply = { rows: Rows | undefined; files?: Blob } | { error: string } | { isLost: true }

const parsers = Object.fromEntries(TYPES.map((type) => [type, (value: string) => value]))
const start = workerData as Start
const database = await PGlite.create({
  parsers,
  ...(start.modules && {
    pgliteWasmModule: start.modules.pglite,
    initdbWasmModule: start.modules.initdb,
  }),
  ...(start.files && { loadDataDir: start.files }),
})
const send = (reply: Reply) => parentPort?.postMessage(reply)

parentPort?.on('message', (sql: string) => {
  void answer(sql).then(send)
})
send({ rows: undefined, ...(!start.files && { files: await database.dumpDataDir('none') }) })

async function answer(sql: string): Promise<Reply> {
  try {
    const results = await database.exec(sql, { rowMode: 'array' })
    if (results.some(isSilent) && (await database.exec('SELECT 1')).some(isSilent)) return { isLost: true }
    const last = results.at(-1)
    if (!last || last.fields.length === 0) return { rows: undefined }
    return {
      rows: {
        columns: last.fields.map(({ name }) => name),
        rows: last.rows.map((row) => Object.values(row).map(toText)),
      },
    }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

/** PostgreSQL names the command that it has run. A text of comments alone has none either. */
function isSilent({ command }: { command?: string }): boolean {
  return command === undefined
}

function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
