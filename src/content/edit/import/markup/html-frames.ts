import { dedent, trimBlank } from './alert-markup.ts'
import type { PageLog } from '../common/log.ts'

const FRAMES =
  'div|center|section|article|main|header|footer|nav|aside|figure|picture|p|address|hgroup|fieldset|form'

/** Elements that only arrange their content: it stays, without their indentation. */
export function dropFrames(text: string, log: PageLog): string {
  const innermost = new RegExp(
    `([ \\t]*)<(${FRAMES})\\b[^<>]*>((?:(?!<\\/?(?:${FRAMES})\\b)[^])*?)<\\/\\2\\s*>`,
    'gi',
  )
  let result = text
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = result.replace(innermost, (_, indent: string, name: string, inner: string) => {
      log.dropped(`frame around text (<${name.toLowerCase()}>)`)
      return `\n\n${dedent(trimBlank(inner.split('\n')))
        .map((line) => (line === '' ? '' : `${indent.length > 3 ? '' : indent}${line}`))
        .join('\n')}\n\n`
    })
    if (next === result) break
    result = next
  }
  return result.replace(new RegExp(`<\\/?(?:${FRAMES})\\b[^<>]*>`, 'gi'), '\n\n')
}

const MAX_ROUNDS = 12
