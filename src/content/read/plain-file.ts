import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs'
import path from 'node:path'

/** More than this is nothing that people write: data, rehearsals and receipts included. */
export const MAX_READ = 8 * 1024 * 1024

/**
 * Reads a file of the content, and nothing else: a link, a device or a pipe on the way to it, and whatever is not there, is
 * `undefined`. Of a longer file only the beginning is read, and one byte more than `most`, so that it can be refused.
 *
 * @param root the content folder, absolute
 * @param file absolute
 * @param most bytes
 */
export function readPlainFile(root: string, file: string, most = MAX_READ): Buffer | undefined {
  return isPlain(root, file) ? readAtMost(file, most) : undefined
}

/** Whether a file lies in the content folder, and every folder on the way to it and the file itself are what they say. */
export function isPlain(root: string, file: string): boolean {
  const inside = path.relative(root, file)
  if (inside === '' || inside.startsWith('..') || path.isAbsolute(inside)) return false
  const parts = inside.split(path.sep)
  return parts.every((_, index) => {
    const status = lstatSync(path.join(root, ...parts.slice(0, index + 1)), { throwIfNoEntry: false })
    return index === parts.length - 1 ? status?.isFile() === true : status?.isDirectory() === true
  })
}

/**
 * The first bytes of a plain file, one more than `most` where it has more.
 *
 * @throws for what is no plain file; it never waits for a pipe or a device
 */
export function readAtMost(file: string, most: number): Buffer {
  // Windows has neither of the two, nor what they are for.
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants
  const handle = openSync(file, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
  try {
    const status = fstatSync(handle)
    if (!status.isFile()) throw new Error('it is no plain file')
    const bytes = Buffer.alloc(Math.min(status.size, most + 1))
    let length = 0
    while (length < bytes.length) {
      const read = readSync(handle, bytes, length, bytes.length - length, length)
      if (read === 0) break
      length += read
    }
    return bytes.subarray(0, length)
  } finally {
    closeSync(handle)
  }
}
