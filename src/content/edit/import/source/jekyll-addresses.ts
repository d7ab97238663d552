import { isRecord } from '../common/frontmatter.ts'

/** Where Jekyll puts a page that names no address itself. */
const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title',
  none: '/:categories/:title',
}

const POST = /^(\d{4})-(\d\d?)-(\d\d?)-(.+)$/

/**
 * The address of an entry of a collection, by the template of its collection in `_config.yml`; nothing for a page
 * that is in none.
 *
 * @param inside its path below the folder of the site, without its ending
 */
export function jekyllAddress(
  inside: string,
  fields: Readonly<Record<string, unknown>>,
  settings: Readonly<Record<string, unknown>>,
): string | undefined {
  const parts = inside.split('/')
  const at = parts.findIndex((part) => /^_[a-z]/i.test(part))
  if (at < 0) return undefined
  const collection = (parts[at] ?? '').slice(1)
  const rest = parts.slice(at + 1)
  const all = isRecord(settings['collections']) ? settings['collections'] : {}
  const own = all[collection]
  const given =
    defaultOf(settings, inside, collection) ??
    textOf(isRecord(own) ? own['permalink'] : undefined) ??
    (collection === 'posts' ? (textOf(settings['permalink']) ?? 'date') : '/:collection/:path')
  const template = Object.hasOwn(STYLES, given) ? (STYLES[given] ?? given) : given
  const name = rest.at(-1) ?? ''
  const [, year = '', month = '', day = '', slug = name] = POST.exec(name) ?? []
  const categories = [
    ...parts.slice(0, at),
    ...[fields['categories'] ?? fields['category'] ?? []]
      .flat()
      .flatMap((each) => textOf(each)?.split(/\s+/) ?? []),
  ]
  const values: Readonly<Record<string, string>> = {
    collection,
    categories: categories.join('/').toLowerCase(),
    year,
    month: month.padStart(2, '0'),
    i_month: String(Number(month)),
    day: day.padStart(2, '0'),
    i_day: String(Number(day)),
    short_year: year.slice(2),
    title: textOf(fields['slug']) ?? slug,
    slug: textOf(fields['slug']) ?? slug,
    name: slug,
    path: [...rest.slice(0, -1), slug].join('/'),
    output_ext: '',
  }
  return template
    .replace(/:([a-z_]+)/g, (written, key: string) => values[key] ?? written)
    .replace(/\/{2,}/g, '/')
    .replace(/(?:\/|^)index$/, '/')
}

/** What the defaults of the site give to the pages below a path or of a type; the last one counts. */
function defaultOf(
  settings: Readonly<Record<string, unknown>>,
  inside: string,
  type: string,
): string | undefined {
  const list: unknown[] = Array.isArray(settings['defaults']) ? settings['defaults'] : []
  return list
    .flatMap((each) => {
      const { scope, values } = isRecord(each) ? each : {}
      if (!isRecord(scope) || !isRecord(values)) return []
      const folder = textOf(scope['path']) ?? ''
      const isMeant =
        (folder === '' || inside.startsWith(folder)) &&
        (scope['type'] === undefined || scope['type'] === type)
      return isMeant ? (textOf(values['permalink']) ?? []) : []
    })
    .at(-1)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
