import { nameToEmoji } from 'gemoji'
import type { Family } from '../common/generator.ts'
import type { PageLog } from '../common/log.ts'

const icon = String.raw`(?<![\w:/.-]):(?:material|octicons|fontawesome|simple|fa|fas|fab|far|bootstrap|lucide|heroicons|mdi)[-/][\w-]+:(?:\{[^{}\n]*\})?`
const ICON = new RegExp(icon, 'g')
/** At the beginning of a line or an item, with the space behind it. */
const ICON_FIRST = new RegExp(`^([ \\t]*(?:[-*+>#]+[ \\t]+)?)${icon}[ \\t]?`, 'gm')

const SWAPPED_LINK =
  /(?<![\]\\])\(([^()[\]\n]{1,200})\)\[((?:https?:\/\/|mailto:|\.{0,2}\/)[^\s[\]()]{1,300}|[^\s[\]()]{1,200}\.(?:md|mdx|html?)(?:#[^\s[\]()]*)?)\](?![([:])/g

/** The inner one, a picture aside, is where most generators stop: its words are part of the outer one's. */
const NESTED_LINK =
  /\[([^[\]\n]{0,200}(?<!!))\[([^[\]\n]{1,300})\]\([^\s()]{1,500}\)([^[\]\n]{0,200})\]\(([^\s()]{1,500})\)/g

/** Signs within a line that other generators draw. Code is masked. */
export function convertInline(text: string, family: Family, log: PageLog): string {
  let result = text
    // `(text)[address]`, where what is in brackets can be nothing but an address.
    .replace(SWAPPED_LINK, (_, words: string, target: string) => {
      log.converted('link with its brackets the wrong way round')
      return `[${words}](${target})`
    })
    .replace(NESTED_LINK, (all, before: string, inner: string, after: string, target: string) => {
      log.dropped('link within a link', all)
      return `[${before}${inner}${after}](${target})`
    })
    // Icons of fonts that the site does not have; with the attributes behind them.
    .replace(ICON_FIRST, (_, lead: string) => {
      log.dropped('icon (:material-…:)')
      return lead
    })
    .replace(ICON, () => {
      log.dropped('icon (:material-…:)')
      return ''
    })
    .replace(/(?<![\w:/.-]):([a-z0-9_+-]+):(?![\w:/-])/g, (written, name: string) => {
      const emoji = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined
      if (emoji === undefined) return written
      log.converted('emoji (:name:)')
      return emoji
    })
  // Of code, in the form of Pandoc: nobody writes a class for readers.
  result = result.replace(/(?<=\uE101)\{(?:[.#][\w-]+[ \t]*)+\}/g, () => {
    log.dropped('attributes ({ … })')
    return ''
  })
  if (/^(?:mkdocs|jekyll|hugo|pelican|quarto)$/.test(family)) result = dropAttributes(result, log)
  if (family === 'mkdocs' || family === 'obsidian') result = convertMarks(result, log)
  if (family === 'obsidian') {
    result = result
      .replace(/%%[^]*?%%/g, () => {
        log.dropped('comment')
        return ''
      })
      .replace(/[ \t]\^[\w-]+$/gm, () => {
        log.dropped('mark of a block (^…)')
        return ''
      })
  }
  if (PLAIN.test(family)) result = escapeSigns(result)
  // The size of a picture: `![x](a.png =100x20)`.
  return result.replace(/(!\[[^\]\n]*\]\([^\s()]+)[ \t]+=\d*(?:x\d*)?%?\)/g, (_, image: string) => {
    log.dropped('size of an image')
    return `${image})`
  })
}

/** What shows `==` and `???` as they are written. */
const PLAIN = /^(?:azure-wiki|forge-wiki|docsify|gitbook|mdbook|tech-docs)$/

/** Signs that another generator would read stay the text that they are. */
function escapeSigns(text: string): string {
  return text
    .replace(/^([ \t>]*)(?=(?:\?\?\?\+?|!!!)[ \t]+[\w"])/gm, '$1\\')
    .replace(/(?<![=\w\\])(?===(?![=\s>])[^=\n|]+(?<!\s)==(?![=\w>]))/g, '\\')
}

/** `{ width="300" }`, `{: .center }`, `{ .md-button }` behind an image, a link or a word. `{#id}` of a heading stays. */
function dropAttributes(text: string, log: PageLog): string {
  const attribute = String.raw`(?:[.#][\w-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)|loading|markdown)`
  const list = new RegExp(
    String.raw`(?<=[)\]\w*_\uE101"'])[ \t]*(?<!\{)\{:?[ \t]*${attribute}(?:[ \t]+${attribute})*[ \t]*\}(?!\})`,
    'g',
  )
  return text.replace(/^.*\{.*$/gm, (line) => {
    const isHeading = /^#{1,6} /.test(line)
    return line.replace(list, (written) => {
      const id = /#[\w-]+/.exec(written)?.[0]
      if (isHeading && id !== undefined) return ` {${id}}`
      log.dropped('attributes ({ … })')
      return ''
    })
  })
}

/** Marks of text that CommonMark does not have. */
function convertMarks(text: string, log: PageLog): string {
  const note = (what: string, markup: string) => {
    log.converted(what)
    return markup
  }
  return text
    .replace(/\{\+\+([^\n]+?)\+\+\}/g, (_, inner: string) => note('mark ({++ ++})', `<ins>${inner}</ins>`))
    .replace(/\{--([^\n]+?)--\}/g, (_, inner: string) => note('mark ({-- --})', `<del>${inner}</del>`))
    .replace(/\{~~([^\n~]*?)~>([^\n]*?)~~\}/g, (_, old: string, now: string) =>
      note('mark ({~~ ~~})', `<del>${old}</del><ins>${now}</ins>`),
    )
    .replace(/\{==([^\n]+?)==\}/g, (_, inner: string) => note('mark ({== ==})', `<mark>${inner}</mark>`))
    .replace(/\{>>[^]*?<<\}/g, () => {
      log.dropped('comment')
      return ''
    })
    .replace(/\+\+([\w-]+(?:\+[\w-]+)*)\+\+/g, (_, keys: string) =>
      note(
        'keys (++ ++)',
        keys
          .split('+')
          .map((key) => `<kbd>${key}</kbd>`)
          .join('+'),
      ),
    )
    .replace(/(?<![=\w])==(?![=\s])([^=\n]+?)(?<![=\s])==(?![=\w])/g, (_, inner: string) =>
      note('mark (== ==)', `<mark>${inner}</mark>`),
    )
    .replace(/(?<!\^)\^\^(?![\s^])([^\n^]+?)(?<!\s)\^\^(?!\^)/g, (_, inner: string) =>
      note('mark (^^ ^^)', `<ins>${inner}</ins>`),
    )
    .replace(/(?<=\w)\^([\w-]{1,12})\^(?![\w^])/g, (_, inner: string) =>
      note('mark (^ ^)', `<sup>${inner}</sup>`),
    )
    .replace(/(?<=\w)(?<!~)~([\w-]{1,12})~(?!~)/g, (_, inner: string) =>
      note('mark (~ ~)', `<sub>${inner}</sub>`),
    )
}
