import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

/** What a thread is given so that PostgreSQL starts in a sixth of the time. */
export interface Start {
  /** The library's WebAssembly, compiled: all threads share what the machine code of one has become. */
  modules?: { pglite: WebAssembly.Module; initdb: WebAssembly.Module }
  /** The files of an empty database, as the first thread of this process made them before it ran anything. */
  files?: Blob
}

let modules: Promise<Start['modules']> | undefined
let files: Blob | undefined

/** Every statement that is stopped costs its thread, and every run of the blocks begins with a new one. */
export async function postgresStart(): Promise<Start> {
  modules ??= compiled()
  const known = await modules
  return { ...(known && { modules: known }), ...(files && { files }) }
}

export function keepFiles(made: Blob): void {
  files ??= made
}

/** Nothing where the library keeps its files elsewhere: it then finds and compiles them by itself. */
async function compiled(): Promise<Start['modules']> {
  try {
    const library = path.dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
    const compile = async (file: string) => WebAssembly.compile(await readFile(path.join(library, file)))
    const [pglite, initdb] = await Promise.all([compile('pglite.wasm'), compile('initdb.wasm')])
    return { pglite, initdb }
  } catch {
    return undefined
  }
}
