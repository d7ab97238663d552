import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { SITE } from '../support/content-folder.ts'

/** A content folder with these files, until the test is over; `write` changes it. */
export const folder = (files: Readonly<Record<string, string>>) => {
  const root = mkdtempSync(join(tmpdir(), 'mcp-'))
  onTestFinished(() => {
    rmSync(root, { recursive: true })
  })
  const write = (file: string, text: string) => {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  for (const [file, text] of Object.entries({ 'site.yaml': SITE, ...files })) write(file, text)
  return { root, write }
}
