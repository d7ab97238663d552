import { statfsSync } from 'node:fs'
import path from 'node:path'

/** Less than one page with its index needs. */
const FULL = 1024 * 1024

const NO_SPACE = /\bENOSPC\b|\bEDQUOT\b|no space left|os error 28\b|disk quota exceeded/i
const NO_PERMISSION =
  /\b(?:EROFS|EACCES|EPERM|ENOTDIR)\b|read-only file system|permission denied|os error (?:13|30)\b/i

/**
 * Why a build failed, in a sentence with what to do. The tools that build say of a full disk that they have a fault.
 *
 * @param folders that the build writes to
 */
export function buildFailure(error: unknown, folders: readonly string[]): string {
  const text = error instanceof Error ? [error.message, causeOf(error)].join(' ') : String(error)
  // What refuses to be written may also say that it has no room, as the folders do that a kernel shows.
  const isRefused = NO_PERMISSION.test(text) && !NO_SPACE.test(text)
  const full = isRefused ? undefined : folders.find(isFull)
  if (NO_SPACE.test(text) || full !== undefined)
    return `The disk is full${full === undefined ? '' : ` where ${full} is`}. Free some space, or set BUILD_ROOT to a folder on another disk.`
  if (isRefused)
    return `The build may not write where it has to: ${firstLine(text)}. Allow it, or set BUILD_ROOT to a folder that it may write to.`
  return error instanceof Error ? error.message : String(error)
}

function causeOf({ cause }: Error): string {
  return cause instanceof Error ? cause.message : ''
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').replace(/\.$/, '')
}

/** Whether nothing more fits on the disk of a folder, or of the nearest folder above that is there. */
function isFull(folder: string): boolean {
  for (let place = path.resolve(folder); ; place = path.dirname(place)) {
    try {
      const { bavail, bsize } = statfsSync(place)
      return bavail * bsize < FULL
    } catch {
      if (place === path.dirname(place)) return false
    }
  }
}
