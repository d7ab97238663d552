/** Whom a shift was taken from is not on call. */
const COVERED =
  /[,(]?\s*\b(?:covering|covers(?=\s+[^\s:])|cover for|filling in for|on behalf of|in place of|instead of)\b.*$/i

/** More of a title is no name: files of strangers can have titles of any length. */
const MAX_TITLE = 500

/** A title with single blanks, cut where it is longer than any name. */
export const tidyTitle = (title: string): string => title.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE)

/** What is left of a title without who is covered: nothing of `Covering Jane`. */
export const withoutCovered = (title: string): string => tidyTitle(title).replace(COVERED, '').trim()
