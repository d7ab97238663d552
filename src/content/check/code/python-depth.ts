import type { CodeProblem } from './problem.ts'

/** A text in quotes or a comment, then a bracket, a comma, a line, its indent, a word or a sign. */
const PART =
  /[rRbBfFuU]{0,2}(?:("""|''')[\s\S]*?\1|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')|#[^\n]*|\\\n|([([{])|([)\]}])|(,)|(\n[ \t]*)|([\p{L}\p{N}_]+|[^\s])/gu

/**
 * Of words and signs, that no comma is between: each may be one further level of the tree. The parser keeps what is deeper
 * than 2,500 levels in numbers of 16 bits, which wrap around in a long block, so that nobody can walk through the tree.
 */
const MAX_PARTS = 800
/** Python itself refuses more than 100 blocks in each other. */
const MAX_INDENTS = 100

/** Brackets, signs or blocks in each other, of which there are more than the parser can keep. Reads the code once. */
export function depthProblem(code: string): CodeProblem | undefined {
  const open: number[] = []
  const indents: number[] = []
  let here = 0
  let outer = 0
  for (const { 0: part, 2: opening, 3: closing, 4: comma, 5: line, 6: word, index } of code.matchAll(PART)) {
    if (opening !== undefined) {
      open.push(here)
      outer += here + 1
      here = 0
    } else if (closing !== undefined) {
      const before = open.pop() ?? 0
      outer = Math.max(0, outer - before - 1)
      here = before + 1
    } else if (comma !== undefined) here = 0
    else if (line !== undefined && open.length === 0) {
      here = 0
      // A blank line says nothing of the block.
      if (/[\r\n]/.test(code.charAt(index + part.length))) continue
      const indent = line.length - 1
      while ((indents.at(-1) ?? 0) > indent) indents.pop()
      if (indent > (indents.at(-1) ?? 0)) indents.push(indent)
    } else if (word !== undefined) here += 1
    if (outer + here > MAX_PARTS || indents.length > MAX_INDENTS)
      return {
        offset: index,
        message: 'Brackets, signs or blocks are in each other too many times to be read',
        hint: 'Close what is open, or give parts of it names.',
      }
  }
  return undefined
}
