import { lstatSync } from 'node:fs'
import path from 'node:path'
import { isPictureName, nameProblem, offeredFileProblem } from '../gate/index.ts'
import { readAtMost } from './plain-file.ts'

export interface FileProblem {
  /** The rule of a finding. */
  rule: 'not-a-file' | 'asset'
  message: string
  hint: string
}

/** As much of a file as decides what it is; a drawing is read as a whole. */
const HEAD_BYTES = 32
const DRAWING_BYTES = 1024 * 1024

/** What to say of something that is neither a file nor a folder: a link could lead to any file of the machine that builds. */
export function notAFile(name: string, isLink: boolean): FileProblem {
  return {
    rule: 'not-a-file',
    message: isLink ? `"${name}" is a link, not a file` : `"${name}" is neither a file nor a folder`,
    hint: 'Put a copy of the file in its place, or delete it: nothing outside the content folder is read.',
  }
}

/**
 * What is wrong with a file that pages show or offer, if anything: every folder on the way to it and the file itself have to
 * be what they say, and its first bytes have to fit its ending. Asked by the check and by whatever renders a page.
 *
 * @param root the content folder, absolute
 * @param file absolute
 */
export function assetProblem(root: string, file: string): FileProblem | undefined {
  const inside = path.relative(root, file)
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside))
    return {
      rule: 'not-a-file',
      message: `"${inside.split(path.sep).join('/')}" is outside of the content folder`,
      hint: 'Put the file into images/ or files/.',
    }
  const parts = inside.split(path.sep)
  let size = 0
  for (const [index, name] of parts.entries()) {
    const status = lstatSync(path.join(root, ...parts.slice(0, index + 1)), { throwIfNoEntry: false })
    const isLast = index === parts.length - 1
    if (status === undefined)
      return { rule: 'asset', message: `There is no file ${inside}`, hint: 'Add it to the same change.' }
    if (!(isLast ? status.isFile() : status.isDirectory())) return notAFile(name, status.isSymbolicLink())
    const problem = isLast ? undefined : nameProblem(name)
    if (problem) return { rule: 'asset', ...problem }
    size = status.size
  }
  const name = path.basename(file)
  const problem = offeredFileProblem(
    name,
    readAtMost(file, /\.svg$/i.test(name) ? DRAWING_BYTES : HEAD_BYTES),
    size,
  )
  if (problem) return { rule: 'asset', ...problem }
  if (parts[0] !== 'files' && !isPictureName(name))
    return {
      rule: 'asset',
      message: `"${name}" is no picture`,
      hint: 'Put files that pages offer into files/.',
    }
  return undefined
}
