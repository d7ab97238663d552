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

/** Opens the engines that are asked for. @throws EngineMissing that names the package to install */
export async function openEngines(names: readonly EngineName[] = ENGINE_NAMES): Promise<Engine[]> {
  return Promise.all(
    names.map(async (name) => {
      const { open, package: wanted } = opening[name]
      try {
        return await open()
      } catch (error) {
        const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
        throw new EngineMissing(
          `The blocks cannot be run on ${name}: ${reason ?? ''}. Install the optional package with \`npm install ${wanted}\`, or leave the engine out with --engine.`,
        )
      }
    }),
  )
}
