import type { Rule } from './rule.ts'
import { proseOf } from './shared/prose.ts'

/** `{{ NAME }}`, `${NAME}`, `$NAME`. */
const USE = /\{\{\s*\$?([A-Za-z_]\w*)\s*\}\}|(?<![\w$\\])\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g

export const variableInProse: Rule = {
  id: 'variable-in-prose',
  severity: 'warning',
  reason: 'A variable of the page is filled in within code; in a sentence the reader sees its signs.',
  fix: 'Write its name in backticks.',
  *check({ drafts, pages }) {
    const declared = new Map(
      [...drafts.issues, ...drafts.runbooks, ...drafts.pipelines].map(({ file, data }) => [
        file,
        (data.variables ?? []).map(({ name }) => name),
      ]),
    )
    for (const page of pages) {
      const names = declared.get(page.document.file) ?? []
      if (names.length === 0) continue
      for (const { 0: written, 1: a, 2: b, 3: c, index } of proseOf(page).matchAll(USE)) {
        const name = a ?? b ?? c ?? ''
        if (names.includes(name))
          yield {
            document: page.document,
            at: index,
            message: `${written} is not filled in here: it is in no code`,
            hint: `Write \`${name}\` in backticks.`,
          }
      }
    }
  },
}
