import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadContent, type Content } from '../../src/content/read/load.ts'

/** The least that a content folder has. */
export const SITE = 'name: Site\ndescription: A site.\n'

/**
 * Calls `work` with a content folder of these files and removes it afterwards.
 *
 * @param files text by path within the folder; a `site.yaml` is added where there is none
 */
export async function withFiles<T>(
  files: Readonly<Record<string, string>>,
  work: (root: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'content-'))
  const root = path.join(folder, 'content')
  try {
    for (const [file, text] of Object.entries({ 'site.yaml': SITE, ...files })) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
      writeFileSync(path.join(root, file), text)
    }
    return await work(root)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The content of a folder of these files. */
export function contentOf(files: Readonly<Record<string, string>>): Promise<Content> {
  return withFiles(files, (root) => loadContent(root))
}

/** A page: its fields, and a body. */
export function page(fields: Record<string, unknown>, body = 'Text.\n'): string {
  const lines = Object.entries({ title: 'A page', summary: 'What it is.', ...fields }).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}\n`,
  )
  return `---\n${lines.join('')}---\n\n${body}`
}

/** An issue's body with every section. */
export const ISSUE_BODY = ['Symptoms', 'Diagnose', 'Fix', 'Verify', 'Escalate']
  .map((heading) => `## ${heading}\n\n- Something.\n`)
  .join('\n')
