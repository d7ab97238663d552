import { lastChanged } from '../content/read/git-dates.ts'
import { contentRoot } from '../content/read/load.ts'
import { longDate } from '../text/dates.ts'

/** When a commit last changed a file of the content, in words: `23 Nov 2026`; nothing where git does not know. */
export function revision(file: string): string | undefined {
  const date = lastChanged(contentRoot(), file)
  return date === undefined ? undefined : longDate(date)
}
