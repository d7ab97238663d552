/**
 * Tags that generators replace while they build: shortcodes of Hugo, tags of Liquid and Jinja, components of MDX.
 * They are read as a tree, from the outside in; what a table does not know stays as it is written.
 */

export interface Tag {
  name: string
  /** Values by name; those without a name by their number, from "0". */
  attributes: ReadonlyMap<string, string>
  /** What is between it and its closing tag, converted; absent for a tag alone. */
  inner?: string
  /** As it was written. */
  raw: string
  /** What the tag around it calls it, as `tabs "Docker" "Kubernetes"` calls the two in it. */
  label?: string
}

/** What a tag becomes; `undefined` leaves it, with its inside converted. */
export type Convert = (tag: Tag) => string | undefined

export interface Syntax {
  /** Groups: `end` (the mark of a closing tag), `name`, `rest` (attributes), `alone` (closes itself). */
  token: RegExp
  /** The name of the tag that a closing tag closes. */
  closes?: (name: string) => string | undefined
}

export const HUGO: Syntax = {
  token:
    /\{\{[<%]\s*(?<end>\/?)\s*(?<name>[\w./-]+)(?<rest>(?:"(?:[^"\\]|\\.)*"|`[^`]*`|(?!\/?\s*[%>]\}\})[^])*?)\s*(?<alone>\/?)\s*[%>]\}\}/g,
}

export const LIQUID: Syntax = {
  token: /\{%-?\s*(?<end>)(?<name>[\w-]+)(?<rest>(?:"[^"]*"|'[^']*'|(?!-?%\})[^])*?)(?<alone>)-?%\}/g,
  closes: (name) => (name.startsWith('end') ? name.slice(3).replace(/^[-_]/, '') : undefined),
}

export const JSX: Syntax = {
  token:
    /<(?<end>\/?)(?<name>[A-Z][\w.]*)(?<rest>(?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}))?|\s+\{\.\.\.[^}]*\})*)\s*(?<alone>\/?)>/g,
}

interface Token {
  start: number
  end: number
  isEnd: boolean
  isAlone: boolean
  name: string
  rest: string
}

/** Converts all tags of a syntax in a text. */
export function convertTags(text: string, syntax: Syntax, convert: Convert): string {
  const tokens = [...text.matchAll(syntax.token)].map(({ index, 0: raw, groups = {} }): Token => {
    const name = groups['name'] ?? ''
    const closed = syntax.closes?.(name)
    return {
      start: index,
      end: index + raw.length,
      isEnd: closed !== undefined || groups['end'] === '/',
      isAlone: groups['alone'] === '/',
      name: closed ?? name,
      rest: groups['rest'] ?? '',
    }
  })
  return tokens.length === 0 ? text : render(text, tokens, 0, text.length, 0, tokens.length, convert)
}

function render(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  first: number,
  last: number,
  convert: Convert,
  labels: readonly string[] = [],
): string {
  let out = ''
  let at = from
  let labeled = 0
  for (let index = first; index < last;) {
    const token = tokens[index]
    if (!token) break
    out += text.slice(at, token.start)
    const raw = text.slice(token.start, token.end)
    const close = token.isEnd || token.isAlone ? undefined : closing(tokens, index, last)
    const tag = { name: token.name, attributes: readAttributes(token.rest), raw }
    if (token.isEnd) {
      out += convert({ ...tag, name: `/${token.name}` }) ?? raw
      at = token.end
      index += 1
    } else if (close === undefined) {
      out = append(out, convert(tag) ?? raw)
      at = token.end
      index += 1
    } else {
      const closer = tokens[close]
      const end = closer ? closer.end : token.end
      const inner = render(
        text,
        tokens,
        token.end,
        closer?.start ?? token.end,
        index + 1,
        close,
        convert,
        token.name === 'tabs' ? positional(tag.attributes) : [],
      )
      const label = tag.attributes.size === 0 && /tab$/.test(token.name) ? labels[labeled++] : undefined
      out = append(
        out,
        convert({ ...tag, inner, ...(label === undefined ? {} : { label }) }) ??
          `${raw}${inner}${text.slice(closer?.start, end)}`,
      )
      at = end
      index = close + 1
    }
  }
  return out + text.slice(at, to)
}

function positional(attributes: ReadonlyMap<string, string>): string[] {
  return [...attributes].filter(([name]) => /^\d+$/.test(name)).map(([, value]) => value)
}

/** A block in the item of a list keeps the item's indentation. */
function append(out: string, markup: string): string {
  if (!markup.startsWith('\n')) return out + markup
  const indent = /(?:^|\n)([ \t]+)$/.exec(out)?.[1] ?? ''
  return indent === '' ? out + markup : out + markup.replace(/\n(?=[^\n])/g, `\n${indent}`)
}

const closed = new WeakMap<readonly Token[], ReadonlySet<string>>()

/** The names that are closed anywhere: most tags are never closed, and nobody looks for the end of those. */
function closedIn(tokens: readonly Token[]): ReadonlySet<string> {
  const known = closed.get(tokens) ?? new Set(tokens.filter(({ isEnd }) => isEnd).map(({ name }) => name))
  closed.set(tokens, known)
  return known
}

/** Where a tag is closed; tags of its name within it close first. */
function closing(tokens: readonly Token[], index: number, last: number): number | undefined {
  const name = tokens[index]?.name
  if (name === undefined || !closedIn(tokens).has(name)) return undefined
  let open = 1
  for (let at = index + 1; at < last; at += 1) {
    const token = tokens[at]
    if (token?.name !== name || token?.isAlone === true) continue
    open += token?.isEnd === true ? -1 : 1
    if (open === 0) return at
  }
  // An inner tag of the same name may be without a closing tag, as `{{< ref >}}` does: then the last closing tag is ours.
  return undefined
}

/** `title="x"`, `title='x'`, `title={'x'}`, `title=x`, `"x"` and `x`. */
function readAttributes(rest: string): Map<string, string> {
  const attributes = new Map<string, string>()
  const pattern =
    /(?:([\w:-]+)\s*[=:]\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|\{\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`)\s*\}|\{((?:[^{}]|\{[^{}]*\})*)\}|([^\s"'`{}=,]+))/g
  let position = 0
  for (const [, name, ...values] of rest.matchAll(pattern)) {
    const value = values.find((each): each is string => each !== undefined) ?? ''
    attributes.set(name ?? String(position), value.replace(/\\(["'])/g, '$1'))
    if (name === undefined) position += 1
  }
  return attributes
}
