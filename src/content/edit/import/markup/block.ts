import type { PageLog } from '../common/log.ts'
import type { Masked } from './masks.ts'

/** Where blocks are converted: code is masked, see masks.ts. */
export interface BlockContext {
  log: PageLog
  masked: Masked
  /** Converts what is inside a block, before marks are put before its lines. */
  inner: (lines: readonly string[]) => string[]
}

/** A block that begins on a line: what it becomes, and the line after it. */
export type Reader = (lines: readonly string[], at: number, context: BlockContext) => Block | undefined

export interface Block {
  lines: string[]
  next: number
}

export function indentBy(line: string, indent: string): string {
  return line === '' ? '' : `${indent}${line}`
}

export function capitalize(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
