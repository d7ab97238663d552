import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../src/search/browser/readable.ts'
import { markedHtml } from '../../../src/search/index/marked-html.ts'

/** The lines in which a reader of a search result sees a page. */
function linesOfPage(html: string): string[] {
  const text = markedHtml(`<main>${html}</main>`)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
  return linesOf([{ text, isMarked: false }]).map((line) =>
    (line.kind === 'row' ? line.cells.flat() : line.runs)
      .map((run) => run.text)
      .join('')
      .trim(),
  )
}

describe('the text of a page in the index', () => {
  it('has a line for the name of a row of a list, and one for what the row says of it', () => {
    const row = (title: string, summary: string) =>
      `<li><a class="list-link" href="/x/"><strong>${title}</strong> <span class="soft">${summary}</span></a></li>`
    expect(
      linesOfPage(`<ul>${row('Late data', 'Events are late.')}${row('Lost data', 'Events are gone.')}</ul>`),
    ).toEqual(['Late data', 'Events are late.', 'Lost data', 'Events are gone.'])
  })

  it('keeps a sentence in one line, whatever is strong or soft in it', () => {
    expect(
      linesOfPage('<p>Do <strong>not</strong> reset <span class="soft">the offsets</span>.</p>'),
    ).toEqual(['Do not reset the offsets .'])
  })
})
