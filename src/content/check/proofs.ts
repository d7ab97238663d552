import { readdirSync } from 'node:fs'
import path from 'node:path'
import { proofsOf, receiptName } from '../facts/proofs/index.ts'
import { displayPath } from '../read/files.ts'
import type { Finding } from '../read/findings.ts'
import type { Content } from '../read/load.ts'
import { rehearsalFindings } from './rehearsals.ts'
import { shellFileFindings } from './shell-files.ts'

/** Fences that name nothing, rehearsals with mistakes, receipts that no longer fit. Nothing is run. */
export function proofFindings(content: Content): Finding[] {
  const { findings: ofReading, blocks, pages, plans, rehearsals } = proofsOf(content)
  const findings = [
    ...ofReading,
    ...rehearsalFindings(rehearsals.values()),
    ...plans.flatMap(shellFileFindings),
  ]
  const wrong = findings.filter(({ severity }) => severity === 'error').map(({ file }) => file)
  const known = new Set(pages.map((page) => `${receiptName(page)}.json`))
  const unused = receiptFiles(content.root).filter((name) => !known.has(name))
  return [
    ...findings,
    ...blocks.flatMap(({ block, fit }): Finding[] => {
      if (fit === 'fits') return []
      // Whatever is wrong in a rehearsal has changed it; to run its blocks comes after the correction.
      const folder = `${displayPath(path.join(content.root, 'rehearsals', block.proof.rehearsal))}/`
      if (fit === 'changed' && wrong.some((file) => file.startsWith(folder))) return []
      const message =
        fit === 'none'
          ? `The block "${block.id}" has no receipt, so its page says "Not tested."`
          : `The block "${block.id}" or its rehearsal has changed since it was run`
      return [
        {
          file: block.page.file,
          line: block.line,
          column: block.column,
          severity: 'warning',
          rule: 'receipt-stale',
          message,
          hint: HINT,
        },
      ]
    }),
    ...unused.map((name): Finding => ({
      file: displayPath(path.join(content.root, 'receipts', name)),
      severity: 'error',
      rule: 'receipt',
      message: 'No page with such blocks has this name',
      hint: 'Remove the file, or run `npm run prove`, which does.',
    })),
  ]
}

const HINT = 'Run `npm run prove` and commit the receipts.'

/** As `issues/late-data.json`. */
function receiptFiles(root: string): string[] {
  const folder = path.join(root, 'receipts')
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile() && item.name.endsWith('.json'))
      .map((item) => path.relative(folder, path.join(item.parentPath, item.name)).split(path.sep).join('/'))
      .sort()
  } catch {
    // No folder: nothing was ever run.
    return []
  }
}
