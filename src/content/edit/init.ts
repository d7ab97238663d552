import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DateTime } from 'luxon'
import { toYaml } from '../read/yaml/write.ts'
import { siteBeforeImport, toText } from './import/start-site.ts'

const STARTER = path.join(import.meta.dirname, 'starter')

/** What a new content folder begins with: one of everything, nothing, or the rules for pages that will be imported. */
export const STARTS = ['example', 'empty', 'import'] as const
export type Start = (typeof STARTS)[number]

export interface InitOptions {
  name: string
  /** `YYYY-MM-DD`; the rota of the example starts on the Monday of its week. */
  today: string
  from?: Start
}

/**
 * Writes a small content folder that passes the check and builds.
 *
 * @param folder absolute; must not exist, or be empty
 * @returns the files written, relative to the folder
 */
export function initContent(folder: string, { name, today, from = 'example' }: InitOptions): string[] {
  if (from !== 'example') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'site.yaml'), bareSite(name, from))
    return ['site.yaml']
  }
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

function bareSite(name: string, from: Start): string {
  return toText(from === 'import' ? siteBeforeImport(name) : { name, description: name })
}

/** Whether a folder can take a new content: nothing is ever overwritten. A new clone, with nothing in it, can. */
export function isFree(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).every((name) => name === '.git')
}
