import { realpathSync } from 'node:fs'
import path from 'node:path'

const EMPTY_ROOT = 'CONTENT_ROOT is empty. Name a content folder in it, or unset it to read content/.'

/** The folder of the content: `CONTENT_ROOT`, else `content`. */
export function contentRoot(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment['CONTENT_ROOT']
  // A variable of a workflow that was not filled in: the folder that the command runs in is no content.
  if (named?.trim() === '') throw new Error(EMPTY_ROOT)
  const folder = path.resolve(named ?? 'content')
  try {
    // As the bundler names the files in it, where a folder on the way is a link.
    return realpathSync(folder)
  } catch {
    return folder
  }
}
