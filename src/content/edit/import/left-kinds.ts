import type { Entry } from './common/log.ts'

export interface LeftKind {
  what: string
  times: number
  pages: number
  /** `path:line` at the source. */
  first: string
  todo: string
}

/** What an import could not convert, most frequent first: one of each kind, with its first place. */
export function leftKinds(entries: readonly Entry[]): LeftKind[] {
  const kinds = Map.groupBy(
    entries.filter(({ how }) => how === 'left'),
    ({ what }) => what,
  )
  return [...kinds]
    .map(([what, own]) => {
      const [first] = own
      const line = first?.line === undefined ? '' : `:${String(first.line)}`
      return {
        what,
        times: own.length,
        pages: new Set(own.map(({ page }) => page)).size,
        first: `${first?.page ?? ''}${line}`,
        todo: TODO.find(([sign]) => sign.test(what))?.[1] ?? 'Write what it showed to readers.',
      }
    })
    .sort((a, b) => b.times - a.times || (a.what < b.what ? -1 : 1))
}

const TODO: readonly (readonly [RegExp, string])[] = [
  [/^include|include\}\)$/, 'Import the folder that has the file as well, or write its text.'],
  [/^variable/, 'Write its value.'],
  [/^frontmatter/, 'Correct it at the source, and import the page again.'],
  [/^code block/, 'Look where the code ends, and close it there.'],
  [/^tag in a code block/, 'Look whether the code is right as it is shown.'],
]
