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

/** Lines of a sequence or of states name their words after a colon, and boxes of a flowchart hold theirs in brackets. */
const LABELS: Readonly<Record<string, RegExp>> = {
  Flowchart: /\[[^[\]\n]*\]|\((?:[^()\n]|\([^()\n]*\))*\)|\{[^{}\n]*\}/g,
  'Sequence diagram': /:.*$/gm,
  'State diagram': /:.*$/gm,
}

/** What is listed within an entity or a class: `o{` is the end of a line. */
const LISTED = /(?<=[\w"\]~]\s+|\])\{[^{}]*\}/g

/** How many lines a source draws at least: arrows of a flowchart, a state diagram or a sequence, relations of the others. */
export function arrowsIn(source: string, kind: string): number {
  const plain = source.replace(/"[^"\n]*"/g, '""').replace(/\|[^|\n]*\|/g, '')
  if (kind === 'Entity diagram' || kind === 'Class diagram')
    return relationsIn(source.replace(/"[^"\n]*"/g, '""'))
  const bare = plain.replace(LABELS[kind] ?? /(?!)/, '').replace(WORDS_IN_ARROW, '$1')
  return bare
    .split('\n')
    .map((line) => line.split(ARROW).map((side) => side.split('&').length))
    .flatMap((sides) => sides.slice(1).map((many, place) => many * (sides[place] ?? 1)))
    .reduce((sum, each) => sum + each, 0)
}

const ARROW = /(?:--+|==+|-\.+-?)(?:>>?|[xo)](?=\s))|-->>?|->>?|-\)/
/** `A -- words --> B` */
const WORDS_IN_ARROW = /(--|==)[ \t]+(?![>|])[^\n]*?(?=[ \t]*(?:--+|==+)[>xo])/g

/** Of entities and classes: one a line, with its words after a colon. */
function relationsIn(source: string): number {
  return source
    .replace(LISTED, '')
    .split('\n')
    .map((line) => line.replace(/:.*$/, ''))
    .filter((line) => /\S.*(?:--|\.\.).*\S|\S\s+(?:only\s+one|one|zero|many)\b.*\bto\s+\S/.test(line)).length
}
