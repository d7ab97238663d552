/** What a tired reader on a phone is asked to read at once. A change of these numbers changes every page. */
export const limits = {
  /** Words of prose under one heading, code and tables left out: a minute and a half at 120 words a minute. */
  sectionWords: 180,
  /** Words of prose on a page. */
  pageWords: 1200,
  /** Lines of one block: what fits on two phone screens. */
  blockLines: 40,
  /** Characters of a line of a block that is typed, so that it scrolls little. */
  blockColumns: 140,
  /** Words of one sentence. */
  sentenceWords: 34,
  /**
   * LIX of a section, at most: mean words of a sentence plus the percentage of words over six letters.
   * Under 40 is easy, 40 to 50 is a newspaper, over 55 is an official text. Names in code do not count.
   */
  lix: 40,
  /** A section shorter than this has no meaningful LIX. */
  lixFromWords: 40,
} as const

/** The least that the whole content must hold. */
export const goals = {
  /** SQL blocks that are executed on a fixture. */
  sqlExecuted: 60,
} as const
