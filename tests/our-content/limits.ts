/** What a tired reader on a phone is asked to read at once. A change of these numbers changes every page. */
export const limits = {
  /** Words of prose under one heading, code and tables left out: a minute and a half at 120 words a minute. */
  sectionWords: 140,
  /** Words of prose on a page. */
  pageWords: 800,
  /** Words outside of blocks, with headings, tables and every name in code as one word. */
  allWords: 1200,
  /** Steps of a diagnosis: what a thumb can walk. */
  steps: 6,
  /** Sentences above the first heading of an issue: what is wrong for whom, and whom to tell. */
  openingSentences: 5,
  /** Lines of one block: what fits on two phone screens. */
  blockLines: 40,
  /** Characters of a line of a block that is typed, so that it scrolls little. */
  blockColumns: 140,
  /** Words of one sentence. */
  sentenceWords: 28,
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

/** Words that hedge, decorate, or are no everyday English: each has a plainer way to say it. */
export const UNPLAIN =
  /\b(?:perhaps|maybe|possibly|might|somehow|basically|simply|obviously|of course|quite|fairly|actually|hopefully|seems?|appears?|please note|in order to|utili[sz]e|prior to|mend|tells? apart|be told|stands? in)\b/i
