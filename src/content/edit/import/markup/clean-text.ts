import type { PageLog } from '../common/log.ts'

/** Line ends, and signs that nobody sees: they break commands that are pasted. */
export function normalize(text: string): string {
  return (
    text
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .replace(/[\u00A0\u202F\u2007]/g, ' ')
      .replace(/[\u2028\u2029]/g, '\n')
      // A joiner within an emoji is part of it.
      .replace(/(?<!\p{Extended_Pictographic}\uFE0F?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu, '')
      .replace(
        /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g,
        '',
      )
      .replace(/[ \t]+$/gm, (space) => (space === '  ' ? space : ''))
  )
}

/** Comments are notes among editors, and no reader's: none of them reaches a page. Code is masked. */
export function dropComments(text: string, log: PageLog): string {
  return text
    .replace(/^[ \t]*<!--(?!\s*toc\s*-->)[^]*?-->[ \t]*(?:\n|$)/gim, (_, at: number, whole: string) => {
      log.dropped('comment')
      // It ended the block above it, as in two lists or quotes that a comment keeps apart.
      return at === 0 || whole.slice(0, at).endsWith('\n\n') ? '' : '\n'
    })
    .replace(/<!--(?!\s*toc\s*-->)[^]*?-->/gi, () => {
      log.dropped('comment')
      return ''
    })
    .replace(/<!--(?![^]*?-->)/g, '\\<!--')
    .replace(/^\[(?:\/\/|comment|_metadata_:\w+)\]:[ \t]*(?:#|<>).*\n?/gim, () => {
      log.dropped('comment')
      return ''
    })
}

/** Signs that word processors put before the items of a list. */
export function convertBullets(text: string, log: PageLog): string {
  return (
    text
      .replace(/^([ \t]*)[•●◦▪‣·][ \t]*(?=\S)/gm, (_, indent: string) => {
        log.converted('sign of a list')
        return `${indent}- `
      })
      // A dash at the beginning of a line that goes on from the one above is no item.
      .replace(/(?<=\S)[ \t]*\n[ \t]*([–—])[ \t]+(?=\S)/g, ' $1 ')
  )
}

/** `##Heading`: most generators show a heading, and CommonMark a line of text. */
export function spaceHeadings(text: string, log: PageLog): string {
  return text.replace(/^(#{2,6})(?=[^#\s])/gm, (marks) => {
    log.converted('heading without a space')
    return `${marks} `
  })
}

/** Boxes to tick that are nearly written so: without an item, without a space, with one too many. Code is masked. */
export function convertBoxes(text: string, log: PageLog): string {
  return text
    .replace(/^([ \t>]*)\[([ xX]?)\](?=[ \t]+[^\s(])/gm, (_, lead: string, tick: string) => {
      log.converted('box to tick')
      return `${lead}- [${tick.trim() === '' ? ' ' : 'x'}]`
    })
    .replace(
      /^([ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\\?\[(?:([ \t]*)|[ \t]*([xXvVyY✓✔])[ \t]*)\\?\](?=[ \t]+\S)/gmu,
      (written, lead: string, _, tick: string | undefined) => {
        const box = `${lead}[${tick === undefined ? ' ' : 'x'}]`
        if (box !== written) log.converted('box to tick')
        return box
      },
    )
}
