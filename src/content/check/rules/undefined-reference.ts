import type { PageRule } from './rule.ts'
import { proseOf } from './shared/prose.ts'

/** `[text][name]`; a pair of numbers is an index in code that somebody has not marked as such. */
const REFERENCE = /\[([^[\]\n]{1,200})\]\[([^[\]\n]{0,100})\]/g
const NOTE = /\[\^([^[\]\s]{1,60})\](?!:)/g

export const undefinedReference: PageRule = {
  id: 'undefined-reference',
  severity: 'error',
  reason: 'A link or footnote without a target is shown as text in brackets.',
  fix: 'Add a line "[name]: target", or write [text](target).',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) {
      const prose = proseOf(page)
      for (const { 1: text = '', 2: name = '', index } of prose.matchAll(REFERENCE)) {
        if (/^[\d*:, ]*$/.test(text)) continue
        const meant = name === '' ? text : name
        yield {
          document: page.document,
          at: index,
          message: `No line says where "${meant}" leads`,
          hint: `Add a line [${meant}]: target, or write [${text}](target).`,
        }
      }
      for (const { 1: name = '', index } of prose.matchAll(NOTE)) {
        yield {
          document: page.document,
          at: index,
          message: `There is no note "${name}"`,
          hint: `Add a line [^${name}]: text of the note, or remove the mark.`,
        }
      }
    }
  },
}
