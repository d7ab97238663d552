import { parse as parseToml } from 'smol-toml'
import { parseDocument } from 'yaml'

/** A page's fields and its text, as its source has them. */
export interface Divided {
  fields: Readonly<Record<string, unknown>>
  body: string
  /** What of the frontmatter could not be read. */
  problem?: string
}

/** Divides a page: YAML between `---`, TOML between `+++`, or JSON, also below a comment or a blank line. */
export function divide(text: string): Divided {
  const lead = /^(?:\s*<!--[\s\S]*?-->)?\s*(?=---[ \t]*\n|\+\+\+[ \t]*\n|\{\n)/.exec(text)?.[0] ?? ''
  const rest = text.slice(lead.length)
  const yaml = /^---[ \t]*\n([\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(rest)
  if (yaml && isFields(yaml[1] ?? '')) return read(yaml[1] ?? '', rest.slice(yaml[0].length), readYaml)
  const toml = /^\+\+\+[ \t]*\n([\s\S]*?)(?:^|\n)\+\+\+[ \t]*(?:\n|$)/.exec(rest)
  if (toml) return read(toml[1] ?? '', rest.slice(toml[0].length), parseToml)
  const json = /^\{\n[\s\S]*?\n\}[ \t]*(?:\n|$)/.exec(rest)
  if (json && /"\w+"\s*:/.test(json[0])) return read(json[0], rest.slice(json[0].length), parseJson)
  return bareFields(text) ?? metaFields(text) ?? { fields: {}, body: text }
}

/** `[[!meta title="x"]]`, the fields of ikiwiki, wherever they are. */
function metaFields(text: string): Divided | undefined {
  const fields: Record<string, string> = {}
  const body = text.replace(/^\[\[!meta\s([^\]]*)\]\][ \t]*(?:\n|$)/gm, (_, inner: string) => {
    for (const [, name = '', long, value = ''] of inner.matchAll(/([\w-]+)=(?:"""([^]*?)"""|"([^"]*)")/g))
      fields[name === 'updated' ? 'date' : name] ??= long ?? value
    return ''
  })
  return Object.keys(fields).length === 0 ? undefined : { fields, body }
}

/**
 * Fields without any marks around them, as Pelican and the metadata of Python-Markdown and MultiMarkdown have them: lines of
 * `Name: value` up to the first blank line, of which one is the title. Any other text can begin with a word and a colon.
 */
function bareFields(text: string): Divided | undefined {
  const block = /^\s*((?:[A-Za-z][\w-]*:[ \t]*[^\n]*\n(?:[ \t]+\S[^\n]*\n)*)+)(?:[ \t]*\n|$)/.exec(
    `${text}\n`,
  )
  const written = block?.[1] ?? ''
  if (!block || !/^title:[ \t]*\S/im.test(written)) return undefined
  // The names that generators read; a list of terms is text.
  const names = [...written.matchAll(/^([A-Za-z][\w-]*):/gm)].map(([, name = '']) => name)
  if (names.length < 2 && !/^title:/i.test(written)) return undefined
  const fields = Object.fromEntries(
    Object.entries(lines(written.replace(/\n[ \t]+/g, ' '))).map(([key, value]) => [
      key.toLowerCase(),
      value,
    ]),
  )
  const status = typeof fields['status'] === 'string' ? fields['status'].toLowerCase() : ''
  return {
    fields: { ...fields, ...(/^(?:draft|hidden)$/.test(status) && { draft: true }) },
    body: text.slice(block[0].length),
  }
}

/** A line --- can also be a rule above a text. */
function isFields(block: string): boolean {
  return (
    block.split('\n').every((line) => !/^#{2,6} /.test(line)) &&
    (block.trim() === '' || /^[\w"'.-]+\s*:/m.test(block))
  )
}

function read(block: string, body: string, parse: (block: string) => unknown): Divided {
  try {
    const data = parse(block)
    return { fields: isRecord(data) ? data : {}, body }
  } catch (error) {
    const problem = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return { fields: lines(block), body, problem }
  }
}

function readYaml(block: string): unknown {
  const document = parseDocument(block, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' })
  const [error] = document.errors
  if (error) throw error
  return document.toJS({ maxAliasCount: 100 })
}

function parseJson(block: string): unknown {
  return JSON.parse(block)
}

/** What can be read line by line of fields that are no YAML: `title: Re: orders are late`. */
function lines(block: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [, key = '', value = ''] of block.matchAll(/^([\w-]+)[ \t]*[:=][ \t]*(\S.*)$/gm)) {
    fields[key] = value.trim().replace(/^(["'])(.*)\1$/, '$2')
  }
  return fields
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
