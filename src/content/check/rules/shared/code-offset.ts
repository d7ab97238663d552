/**
 * Where an offset into a block's code is in the block as it is written, with its fence and what is before its lines.
 *
 * @param block from the opening fence to the closing one
 */
export function offsetInCode(block: string, code: string, offset: number): number {
  const { written, starts, inCode, codeStarts } = linesOf(block, code)
  const at = lineAt(codeStarts, Math.min(offset, code.length))
  // The first line of a fence is the fence; an indented block has none.
  const first = /^\s*(?:```|~~~)/.test(written[0] ?? '') ? 1 : 0
  const line = written[first + at]
  const start = starts[first + at] ?? block.length + 1
  const indent = Math.max(0, (line ?? '').lastIndexOf(inCode[at] ?? ''))
  return Math.min(block.length, start + indent + Math.min(offset, code.length) - (codeStarts[at] ?? 0))
}

interface Lines {
  block: string
  code: string
  written: readonly string[]
  starts: readonly number[]
  inCode: readonly string[]
  codeStarts: readonly number[]
}

/** A block may have a finding on each of its lines: it is divided into them once. */
let last: Lines | undefined

function linesOf(block: string, code: string): Lines {
  if (last?.block === block && last.code === code) return last
  const [written, inCode] = [block.split('\n'), code.split('\n')]
  last = { block, code, written, starts: startsOf(written), inCode, codeStarts: startsOf(inCode) }
  return last
}

function startsOf(lines: readonly string[]): number[] {
  let start = 0
  return lines.map((line) => {
    const own = start
    start += line.length + 1
    return own
  })
}

/** The last line that starts at an offset or before. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
