/** Words of the notation itself, which are drawn as lines and boxes. */
const NOTATION = new Set(
  `graph flowchart td tb lr rl bt subgraph end direction sequencediagram participant actor as note over left right of
  loop alt else opt par and critical option break activate deactivate create destroy box
  statediagram v2 state fork join choice erdiagram only one zero or more many to optionally classdiagram class
  namespace interface abstract enumeration service pk fk uk`.split(/\s+/),
)

/** Words of two letters or more, in small letters, without tags and named characters. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/<\/?[a-z]+\s*\/?>/g, ' ')
      .replace(/[#&]\w+;/g, ' ')
      .match(/[\p{L}\p{N}]{2,}/gu) ?? []
  )
}

/**
 * What a source says and its drawing does not: a box or a label that was dropped without a word would mislead whoever
 * follows the drawing at night.
 *
 * @param source prepared
 * @param drawn every text and every name of the drawing
 */
export function missingWords(source: string, drawn: string): string[] {
  const known = new Set(wordsOf(drawn))
  return [...new Set(wordsOf(source))].filter((word) => !known.has(word) && !NOTATION.has(word))
}

/** How many lines a source draws at least: arrows of a flowchart, a state diagram or a sequence. */
export function arrowsIn(source: string): number {
  const plain = source.replace(/"[^"\n]*"/g, '""').replace(/\|[^|\n]*\|/g, '')
  return (plain.match(/(?:--+|==+|-\.+-?)(?:>>?|[xo)](?=\s))|-->>?|->>?|-\)/g) ?? []).length
}
