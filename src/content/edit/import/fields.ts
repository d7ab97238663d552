import { isRecord } from './common/frontmatter.ts'
import type { PageLog } from './common/log.ts'
import { KNOWN } from './markup/html-tags.ts'

/** What a page's own fields say, in this site's terms. What they do not say is absent. */
export interface PageFields {
  title?: string
  summary?: string
  keywords: string[]
  /** Former addresses that its generator forwarded. */
  aliases: string[]
  reviewed?: string
  reviewEvery?: string
  /** Who owns it, as written. */
  owner?: string
  /** Why it was not published. */
  hidden?: string
}

const KEYS: Readonly<Record<string, (value: unknown, fields: PageFields) => boolean>> = {
  title: (value, fields) => set(fields, 'title', value),
  description: (value, fields) => fields.summary !== undefined || set(fields, 'summary', value),
  summary: (value, fields) => set(fields, 'summary', value),
  tags: (value, fields) => addTo(fields.keywords, value),
  keywords: (value, fields) => addTo(fields.keywords, value),
  redirect_from: (value, fields) => addTo(fields.aliases, value),
  redirects: (value, fields) => addTo(fields.aliases, value),
  old_paths: (value, fields) => addTo(fields.aliases, value),
  last_reviewed_on: (value, fields) => setDate(fields, value),
  last_review_date: (value, fields) => setDate(fields, value),
  last_reviewed: (value, fields) => setDate(fields, value),
  reviewed: (value, fields) => setDate(fields, value),
  review_in: (value, fields) => setPeriod(fields, value),
  owner: (value, fields) => set(fields, 'owner', value),
  owner_slack: (value, fields) => fields.owner !== undefined || set(fields, 'owner', value),
}

/** Keys of menus and looks, which are another site's. Read for addresses: `slug`, `permalink`, `url`. */
const SILENT = new Set(['slug', 'permalink', 'url', 'draft', 'published', 'unlisted'])

/** Reads the fields of a page's frontmatter; what has no equal here is dropped, and counted by its name. */
export function readFields(
  written: Readonly<Record<string, unknown>>,
  isObsidian: boolean,
  log: PageLog,
): PageFields {
  const fields: PageFields = { keywords: [], aliases: [] }
  for (const [key, value] of Object.entries(written)) {
    const name = key.toLowerCase()
    if (value === null || value === '' || SILENT.has(name)) continue
    // Obsidian's aliases are other names of a page, not addresses.
    if (name === 'aliases' || name === 'alias') {
      if (!addTo(isObsidian ? fields.keywords : fields.aliases, value)) log.dropped(`field ${key}`)
      continue
    }
    const read = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined
    if (read?.(value, fields) !== true) log.dropped(`field ${key}`, shown(value))
  }
  const hidden = hiddenBy(written)
  return hidden === undefined ? fields : { ...fields, hidden }
}

function hiddenBy(written: Readonly<Record<string, unknown>>): string | undefined {
  if (written['draft'] === true || written['draft'] === 'true') return 'draft: true'
  if (written['published'] === false || written['published'] === 'false') return 'published: false'
  if (written['unlisted'] === true) return 'unlisted: true'
  return undefined
}

function set(fields: PageFields, key: 'title' | 'summary' | 'owner', value: unknown): boolean {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text.trim() === '') return false
  // `<Check>` is what a page is about; only elements of HTML are markup.
  const plain = text.replace(/<\/?([A-Za-z][\w-]*)\b[^<>]*>|<![^<>]*>/g, (tag, name: string | undefined) =>
    name === undefined || (KNOWN.has(name.toLowerCase()) && !/^<\/?[A-Z][a-z]/.test(tag)) ? '' : tag,
  )
  const said = decodeEntities(key === 'owner' ? plain : withoutMarks(plain, key))
    .replace(/\s+/g, ' ')
    .trim()
  // A state, as in `description: 50%`, says nothing of the page.
  if (!/\p{L}/u.test(key === 'summary' ? said : `${said}a`) || said === '') return false
  fields[key] = said
  return true
}

/** A title is plain text, and a summary knows code alone. */
function withoutMarks(text: string, key: 'title' | 'summary'): string {
  const words = key === 'title' ? text.replace(/`+([^`]+)`+/g, '$1') : text
  return words
    .replace(/!?\[([^[\]\n]*)\]\([^()\n]*\)/g, '$1')
    .replace(/\*\*(?=\S)([^*]+?)\*\*/g, '$1')
    .replace(/(?<![\p{L}\p{N}_])__(?=\S)([^_]+?)__(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}*/])\*(?=[^\s*])([^*]*[^\s*])\*(?![\p{L}\p{N}*/])/gu, '$1')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
}

/** Generators put a title into HTML as it is; here it is text. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos|nbsp|#39);/g, (entity) => ENTITIES[entity] ?? entity)
}

function addTo(list: string[], value: unknown): boolean {
  const values = typeof value === 'string' ? value.split(/,\s*/) : Array.isArray(value) ? value : []
  const texts = values
    .map((each: unknown) => (typeof each === 'number' ? String(each) : each))
    .filter((each): each is string => typeof each === 'string' && each.trim() !== '')
  for (const each of texts) if (!list.includes(each.trim())) list.push(each.trim())
  return texts.length > 0
}

function setDate(fields: PageFields, value: unknown): boolean {
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : ''
  const date = /^\d{4}-\d\d-\d\d/.exec(text)?.[0]
  if (date === undefined || new Date(`${date}T00:00Z`).toJSON()?.slice(0, 10) !== date) return false
  fields.reviewed = date
  return true
}

const UNITS: Readonly<Record<string, string>> = { day: 'D', week: 'W', month: 'M', year: 'Y' }

function setPeriod(fields: PageFields, value: unknown): boolean {
  const [, number = '', unit = ''] =
    /^(\d+|an?)\s+(day|week|month|year)s?$/i.exec(typeof value === 'string' ? value.trim() : '') ?? []
  const sign = UNITS[unit.toLowerCase()]
  if (sign === undefined) return false
  fields.reviewEvery = `P${/^an?$/i.test(number) ? '1' : number}${sign}`
  return true
}

function shown(value: unknown): string {
  const text =
    typeof value === 'string'
      ? value
      : isRecord(value) || Array.isArray(value)
        ? JSON.stringify(value)
        : String(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
