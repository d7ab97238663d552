import { PROMPT } from '../../../text/prompts.ts'
import { blockKind } from '../../read/code-fence.ts'
import { nodesOf } from '../../read/body.ts'
import type { PageRule } from './rule.ts'
import { offsetInCode } from './shared/code-offset.ts'

/** What is printed before a command, or before the rest of one. */
const ANY_PROMPT = new RegExp(`${PROMPT.source}|^\\.\\.\\. `, 'm')

/** `<<EOF`, `<<-'EOF'`; `<<<` is a string. */
const HERE_DOCUMENT = /(?<!<)<<(-?)[ \t]*("[^"\n]+"|'[^'\n]+'|\\?[A-Za-z_]\w*)/g

export const codePrompt: PageRule = {
  id: 'code-prompt',
  severity: 'error',
  reason: 'A block is copied as a whole: with the prompt of a terminal before it, the command fails.',
  fix: 'Delete the prompt, and put output into a block of its own, ```text; or name the block ```console.',
  ofPage: true,
  *check({ pages }) {
    for (const { document, node, start, end } of nodesOf(pages, 'code')) {
      const found = promptIn(node.lang ?? '', node.value)
      if (!found) continue
      yield {
        document,
        at: start + offsetInCode(document.text.slice(start, end), node.value, found.index),
        message: `The command begins with the prompt "${found[0].trim()}"`,
      }
    }
  },
}

/** A prompt in a block that a reader copies. */
export function promptIn(language: string, code: string): RegExpExecArray | undefined {
  const kind = blockKind(language)
  if (kind !== 'shell' && kind !== 'sql' && kind !== 'python') return undefined
  return ANY_PROMPT.exec(kind === 'shell' ? withoutHereDocuments(code) : code) ?? undefined
}

/** The same text, as long, with what here-documents hand to a command blank: a file may hold anything. */
function withoutHereDocuments(code: string): string {
  let open: { word: string; hasTabs: boolean }[] = []
  const lines = code.split('\n')
  // What no later line ends is none: 1 << n shifts a number.
  const last = new Map(lines.map((line, at) => [line, at]))
  const lastBehindTabs = new Map(lines.map((line, at) => [line.replace(/^\t+/, ''), at]))
  return lines
    .map((line, at) => {
      const [first] = open
      if (first === undefined) {
        open = [...line.matchAll(HERE_DOCUMENT)]
          .map(([, dash, word = '']) => ({ word: word.replace(/["'\\]/g, ''), hasTabs: dash === '-' }))
          .filter(({ word, hasTabs }) => ((hasTabs ? lastBehindTabs : last).get(word) ?? 0) > at)
        return line
      }
      if ((first.hasTabs ? line.replace(/^\t+/, '') : line) === first.word) open = open.slice(1)
      return ' '.repeat(line.length)
    })
    .join('\n')
}
