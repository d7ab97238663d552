import { withoutEntities } from './entities.ts'
import { plainGraph } from './graph.ts'

/** Kinds of drawings in Mermaid that are drawn, by the word that they begin with, and what each is called. */
const KINDS: readonly [RegExp, name: string][] = [
  [/^(?:graph|flowchart)\b/, 'Flowchart'],
  [/^sequenceDiagram\b/, 'Sequence diagram'],
  [/^stateDiagram(?:-v2)?\b/, 'State diagram'],
  [/^erDiagram\b/, 'Entity diagram'],
  [/^classDiagram\b/, 'Class diagram'],
]

/** A drawing's source without what only colors it, leads elsewhere or is for its author. */
export interface Prepared {
  kind: string
  title: string | undefined
  source: string
}

/** More would take the builder's time rather than help a reader. */
const MAX_LENGTH = 20_000

/**
 * Reads what kind of drawing a text in Mermaid is, and leaves out its comments, colors, classes and links: the site has
 * colors of its own, by day and by night, and a drawing leads nowhere.
 *
 * @returns why it cannot be drawn, as a sentence, where it cannot
 */
export function prepareMermaid(text: string): Prepared | string {
  if (text.length > MAX_LENGTH) return `It is longer than ${String(MAX_LENGTH)} characters.`
  let rest = text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '')
  const [front] = /^\s*---\n[\s\S]*?\n---[ \t]*(?:\n|$)/.exec(rest) ?? ['']
  let title = /^title:[ \t]*(.+)$/m
    .exec(front)?.[1]
    ?.trim()
    .replace(/^(["'])(.*)\1$/, '$2')
  rest = rest
    .slice(front.length)
    .replace(/%%\{[\s\S]*?\}%%/g, '')
    .replace(/^[ \t]*%%.*$/gm, '')
    .replace(/^[ \t]*accDescr[ \t]*\{[^}]*\}/gm, '')
    .replace(/^[ \t]*accDescr[ \t]*:.*$/gm, '')
    .trim()
  // In a class, `title: String` is a member.
  const ofTitle = /^classDiagram\b/.test(rest)
    ? /^[ \t]*accTitle[ \t]*:[ \t]*(.*)$/gm
    : /^[ \t]*(?:accTitle|title)[ \t]*:[ \t]*(.*)$/gm
  rest = withoutEntities(rest).replace(ofTitle, (_, words: string) => {
    title ??= words.trim()
    return ''
  })
  rest = rest.trim()
  const kind = KINDS.find(([word]) => word.test(rest))?.[1]
  if (kind === undefined) {
    const [word = ''] = /^\S*/.exec(rest) ?? []
    return word === '' ? 'It is empty.' : `The site draws no "${word.slice(0, 40)}".`
  }
  const isGraph = kind === 'Flowchart' || kind === 'State diagram'
  if (isGraph) rest = plainGraph(rest)
  // The library takes the first word of a member for its type, and writes a colon before what a method returns.
  if (kind === 'Class diagram')
    rest = rest
      .replace(/\{[^{}]*\}/g, (members) =>
        members
          .replace(/^([ \t]*[-+#~]?)(\w+)[ \t]*:[ \t]*(\S+)[ \t]*$/gm, '$1$3 $2')
          .replace(/(\)[*$]?)[ \t]*:[ \t]*/g, '$1 '),
      )
      .replace(/^([ \t]*[\w~]+[ \t]*:[^\n)]*\)[*$]?)[ \t]*:[ \t]*/gm, '$1 ')
  // The library draws the second line of a message over its arrow, and that of a note out of its box.
  if (kind === 'Sequence diagram')
    rest = rest
      .replace(/^[ \t]*(?:autonumber|links?)\b.*$/gm, '')
      .replace(/[ \t]*(?:<br[ \t]*\/?>|\\n)[ \t]*/gi, ' ')
  return { kind, title: title === '' ? undefined : title, source: rest.replace(/\n\s*\n/g, '\n') }
}
