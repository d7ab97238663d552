import components from 'prismjs/components.js'
import { didYouMean } from '../suggest.ts'
import type { Rule } from './rule.ts'

/** Languages that the site colours, and those that it shows as they are. */
const LANGUAGES: ReadonlySet<string> = new Set([
  ...['text', 'txt', 'plaintext', 'log', 'mermaid'],
  ...Object.entries(components.languages).flatMap(([name, { alias = [] }]) => [name, ...[alias].flat()]),
])

/** What people write in runbooks: a mistyped language is one of these. */
const USUAL = [
  'bash',
  'sh',
  'sql',
  'python',
  'json',
  'yaml',
  'text',
  'log',
  'java',
  'scala',
  'promql',
  'properties',
  'diff',
]

export const codeLanguage: Rule = {
  id: 'code-language',
  severity: 'error',
  reason: 'The language decides how a block is coloured, and whether it is tested as a command.',
  mend: 'Name it after the opening fence: ```bash, ```sql, or ```text for output.',
  *check({ pages }) {
    for (const { document, nodes } of pages) {
      for (const { node, start } of nodes) {
        if (node.type !== 'code' || !isFence(document.text, start)) continue
        if (node.lang === null || node.lang === undefined || node.lang === '') {
          yield {
            document,
            at: start,
            message: 'The code block names no language',
            hint: 'Write one after the fence: bash, sql, or text for output.',
          }
        } else if (!LANGUAGES.has(node.lang.toLowerCase())) {
          yield {
            document,
            at: start,
            message: `No language is called "${node.lang}"`,
            hint: didYouMean(node.lang, USUAL) ?? 'Use text where none fits.',
          }
        }
      }
    }
  },
}

export const unclosedCode: Rule = {
  id: 'unclosed-code',
  severity: 'error',
  reason: 'A fence that is not closed turns the rest of the page into code.',
  mend: 'Put a line with as many backticks below the code.',
  *check({ pages }) {
    for (const { document, nodes } of pages) {
      for (const { node, start, end } of nodes) {
        if (node.type !== 'code') continue
        const lines = document.text.slice(start, end).split('\n')
        const fence = /^(`{3,}|~{3,})/.exec(lines[0] ?? '')?.[1]
        const last =
          lines
            .at(-1)
            ?.replace(/^[\s>]+/, '')
            .trimEnd() ?? ''
        if (fence === undefined || (lines.length > 1 && last.startsWith(fence) && /^(`+|~+)$/.test(last)))
          continue
        yield {
          document,
          at: start,
          message: 'The code block is never closed',
          hint: `Put a line with ${fence} below the code.`,
        }
      }
    }
  },
}

function isFence(text: string, start: number): boolean {
  return /^(```|~~~)/.test(text.slice(start, start + 3))
}

export const emptyCode: Rule = {
  id: 'empty-code',
  severity: 'error',
  reason: 'An empty block is a step that nobody can take.',
  mend: 'Write the command, or delete the block.',
  *check({ pages }) {
    for (const { document, nodes } of pages) {
      for (const { node, start } of nodes) {
        if (node.type !== 'code' || node.value.trim() !== '') continue
        yield {
          document,
          at: start,
          message: 'The code block is empty',
          hint: 'Write the command, or delete the block.',
        }
      }
    }
  },
}
