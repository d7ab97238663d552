import type { Block, BlockContext } from './block.ts'
import { trimBlank } from './alert-markup.ts'
import { FENCE_SIGN } from './masks.ts'

/** `Term` with `:   text` below it. */
export function definitionList(
  lines: readonly string[],
  at: number,
  context: BlockContext,
): Block | undefined {
  const term = lines[at] ?? ''
  const isTerm =
    /^[^\s#>|:*+-][^\n]*$/.test(term) &&
    !FENCE_SIGN.test(term) &&
    (at === 0 || (lines[at - 1] ?? '').trim() === '')
  const first = (lines[at + 1] ?? '').trim() === '' ? at + 2 : at + 1
  if (!isTerm || !/^:[ \t]{1,3}\S/.test(lines[first] ?? '')) return undefined
  const out: string[] = []
  let next = at
  while (next < lines.length) {
    const name = lines[next] ?? ''
    const gap = (lines[next + 1] ?? '').trim() === '' ? 2 : 1
    if (name.trim() === '' || !/^:[ \t]{1,3}\S/.test(lines[next + gap] ?? '')) break
    next += gap
    out.push(`- **${name.trim()}**`, '')
    for (; next < lines.length; next += 1) {
      const text = lines[next] ?? ''
      const definition = /^:[ \t]{1,3}(\S.*)$/.exec(text)?.[1]
      const isMore =
        /^ {2,}\S/.test(text) || (text.trim() === '' && /^(?: {2,}|:[ \t])\S/.test(lines[next + 1] ?? ''))
      if (definition === undefined && !isMore) break
      out.push(text.trim() === '' ? '' : `  ${(definition ?? text).trim()}`)
    }
    out.push('')
    while (next < lines.length && (lines[next] ?? '').trim() === '' && isDefinition(lines, next + 1))
      next += 1
  }
  context.log.converted('definition list')
  return { lines: trimBlank(out), next }
}

function isDefinition(lines: readonly string[], at: number): boolean {
  const term = lines[at] ?? ''
  return term.trim() !== '' && /^:[ \t]{1,3}\S/.test(lines[at + 1] ?? '')
}
