import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DateTime } from 'luxon'
import { toYaml } from '../read/yaml/write.ts'

const STARTER = path.join(import.meta.dirname, 'starter')

/**
 * Writes a small content folder that passes the check and builds: one of everything, to be replaced.
 *
 * @param folder absolute; must not exist, or be empty
 * @param today `YYYY-MM-DD`; the rota starts on the Monday of its week
 * @returns the files written, relative to the folder
 */
export function initContent(folder: string, { name, today }: { name: string; today: string }): string[] {
  cpSync(STARTER, folder, { recursive: true, errorOnExist: true, force: false })
  const monday = DateTime.fromISO(today, { zone: 'utc' }).startOf('week').toFormat('yyyy-MM-dd')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(yaml|mdx?)$/.test(file),
  )
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8')
    const filled = text
      .replace('name: NAME', `name: ${toYaml(name)}`)
      .replace('MONDAY', monday)
      .replace('TODAY', today)
    writeFileSync(path.join(folder, file), filled)
  }
  return files.sort()
}

/** Whether a folder can take a new content: nothing is ever overwritten. */
export function isFree(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0
}
