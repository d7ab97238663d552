import { DuckDb } from './duckdb.ts'
import { ENGINE_NAMES, type EngineName } from '../../read/proof.ts'
import type { Engine } from './engine.ts'
import { Postgres } from './postgres.ts'

export { EngineError, EngineTimeout, type Engine, type Session } from './engine.ts'

const opening: Readonly<Record<EngineName, { open: () => Promise<Engine>; package: string }>> = {
  duckdb: { open: () => DuckDb.open(), package: '@duckdb/node-api' },
  postgresql: { open: () => Postgres.open(), package: '@electric-sql/pglite' },
}

/** An engine that cannot be opened; the message says what to install. */
export class EngineMissing extends Error {
  override name = 'EngineMissing'
}

/**
 * Opens the engines that are asked for.
 *
 * @throws EngineMissing that names every package to install, not only the first
 */
export async function openEngines(names: readonly EngineName[] = ENGINE_NAMES): Promise<Engine[]> {
  const opened = await Promise.allSettled(names.map((name) => opening[name].open()))
  const failed = opened.flatMap((each, index) => {
    const name = names[index]
    return each.status === 'rejected' && name !== undefined ? [{ name, reason: reasonOf(each.reason) }] : []
  })
  const engines = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  if (failed.length === 0) return engines
  await Promise.all(engines.map((engine) => engine.close()))
  const why = failed.map(({ name, reason }) => `${name} (${reason})`).join(' and ')
  const packages = failed.map(({ name }) => opening[name].package).join(' ')
  const otherwise = engines.length > 0 ? ', or leave the engine out with --engine' : ''
  throw new EngineMissing(
    `The blocks cannot be run on ${why}. Install what is optional with \`npm install ${packages}\`${otherwise}.`,
  )
}

function reasonOf(error: unknown): string {
  const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  // Where the module was looked for says nothing to a reader.
  return /^Cannot find (?:package|module)\b/.test(message) ? 'its package is not installed' : message
}
