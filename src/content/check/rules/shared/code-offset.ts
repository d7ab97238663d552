/**
 * Where an offset into a block's code is in the block as it is written, with its fence and what is before its lines.
 *
 * @param block from the opening fence to the closing one
 */
export function offsetInCode(block: string, code: string, offset: number): number {
  const before = code.slice(0, offset).split('\n')
  const lines = block.split('\n')
  // The first line of a fence is the fence; an indented block has none.
  const first = /^\s*(?:```|~~~)/.test(lines[0] ?? '') ? 1 : 0
  const index = first + before.length - 1
  const start = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0)
  const codeLine = code.split('\n')[before.length - 1] ?? ''
  const indent = Math.max(0, (lines[index] ?? '').lastIndexOf(codeLine))
  return Math.min(block.length, start + indent + (before.at(-1)?.length ?? 0))
}
