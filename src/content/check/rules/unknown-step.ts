import { nodesOf, type Page } from '../../read/body.ts'
import { plainText } from '../../read/find.ts'
import type { Mistake, PageRule } from './rule.ts'
import { proseOf } from './shared/prose.ts'

/** What people number. */
const HEADING = /^(step|fix|option|phase|check) (\d{1,2})\b/i
const REFERENCE = /(?<![\w-])(step|fix|option|phase|check) (\d{1,2})(?![\w.]*\w|[ \t]*(?:[%×x]|of\b))/gi
/** It may be a step of something else. */
const ELSEWHERE =
  /\b(?:guide|document|documentation|docs|article|tutorial|page|runbook|procedure|wiki|checklist|playbook|above|below|issue|section)\b|\u0001/i

export const unknownStep: PageRule = {
  id: 'unknown-step',
  severity: 'warning',
  reason: 'Who is sent to a step that is not there stops in the middle of the work.',
  fix: 'Write the number that the step has now.',
  ofPage: true,
  *check({ pages }) {
    for (const page of pages) yield* mistakesIn(page)
  },
}

function* mistakesIn(page: Page): Generator<Mistake> {
  const steps = Map.groupBy(
    page.headings.flatMap(({ text }) => {
      const [, kind = '', number] = HEADING.exec(text) ?? []
      return number === undefined ? [] : [{ kind: kind.toLowerCase(), number: Number(number) }]
    }),
    ({ kind }) => kind,
  )
  if (steps.size === 0) return
  const { document } = page
  for (const { 0: written, 1: kind = '', 2: number = '', index } of proseOf(page).matchAll(REFERENCE)) {
    const numbers = (steps.get(kind.toLowerCase()) ?? []).map((step) => step.number)
    if (numbers.length < 2 || numbers.includes(Number(number))) continue
    const sentence = sentenceAt(proseOf(page), index)
    if (ELSEWHERE.test(sentence) || /^\s*#/.test(lineAt(document.text, index))) continue
    yield {
      document,
      at: index,
      message: `The page has no ${written.toLowerCase()}`,
      hint: `Its last one is ${kind.toLowerCase()} ${String(Math.max(...numbers))}.`,
    }
  }
  for (const { node, start } of nodesOf([page], 'link')) {
    const [, kind, number] = /^(step|fix|option|phase|check) (\d{1,2})$/i.exec(plainText(node).trim()) ?? []
    const [, other, target] = /^#(step|fix|option|phase|check)-(\d{1,2})(?:-|$)/i.exec(node.url) ?? []
    if (kind === undefined || other === undefined || number === undefined || target === undefined) continue
    if (kind.toLowerCase() !== other.toLowerCase() || Number(number) === Number(target)) continue
    yield {
      document,
      at: start,
      message: `The link says ${kind.toLowerCase()} ${number}, and leads to ${other} ${target}`,
      hint: 'Correct the one that is wrong.',
    }
  }
}

function sentenceAt(text: string, index: number): string {
  const start = Math.max(text.lastIndexOf('\n\n', index), text.lastIndexOf('. ', index)) + 1
  const rest = text.slice(index)
  const end = /\.(?:\s|$)|\n\n/.exec(rest)?.index ?? rest.length
  return text.slice(start, index + end)
}

function lineAt(text: string, index: number): string {
  return text.slice(text.lastIndexOf('\n', index - 1) + 1, index + 1)
}
