import { tidyTitle, withoutCovered } from './covered.ts'
import { isBesideAName } from './people.ts'

/**
 * Who a title names: its first part that is neither a word such as "on call" or "primary" nor in every title of the file.
 * `On Call - Jane Doe - Primary`, `Jane Doe (On Call)`, `Jane Doe on call, covering …`, `Payments on call: Jane Doe`.
 */
export function namesIn(titles: readonly string[]): (title: string) => string {
  const partsOf = (title: string) =>
    withoutCovered(title)
      .split(TITLE_BORDERS)
      .map((part) =>
        part.replace(/,([^,]*)$/, (all, last: string) => (isBesideAName(last) ? '' : all)).trim(),
      )
      .filter((part) => part !== '' && !isBesideAName(part))
  const all = [...new Set(titles)]
  const common = all.length > 1 ? partsOf(all[0] ?? '') : []
  const inEvery = common.filter((part) => all.every((title) => partsOf(title).includes(part)))
  return (title) => {
    const parts = partsOf(title)
    return parts.find((part) => !inEvery.includes(part)) ?? parts[0] ?? tidyTitle(title)
  }
}

/** No comma and no `&`: `Doe, Jane` is one person, and `Jane & Joe` are not Jane alone. */
const TITLE_BORDERS = /[:;|()[\]]|\s[-–—]\s|\b(?:is )?on[- ]?call\b(?: for\b[^:;|()[\]]*)?/i
