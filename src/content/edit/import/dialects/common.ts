import { alertMarkup, dedent, detailsMarkup, isAlertKind } from '../markup/alert-markup.ts'
import { capitalize } from '../markup/block.ts'
import type { Family } from '../common/generator.ts'
import type { PageLog } from '../common/log.ts'
import { FENCE_SIGN, type Masked } from '../markup/masks.ts'
import type { Tag } from './tags.ts'

/** What tags of a page can ask for. */
export interface TagContext {
  family: Family
  masked: Masked
  log: PageLog
  title: string | undefined
  /** What the configuration, or the page's own fields, call so. */
  variable: (name: string) => string | undefined
  /** What a file of data says, by the names of folders, file and keys: `data/team.yml` has `team.name`. */
  data: (names: readonly string[]) => string | undefined
  /** Pages directly below this one's folder: title, and path at the source. */
  children: () => { title: string; source: string }[]
  /** The text that a shortcode of the project's own stands for, where it is nothing but text. */
  shortcode: (name: string) => string | undefined
}

/** What is between two tags, without the indentation that it has in the item of a list. */
function linesOf(inner: string): string[] {
  const [first = '', ...rest] = inner.split('\n')
  return [first.trimStart(), ...dedent(rest)]
}

/** Text as a block of its own, with blank lines around it. */
export const block = (lines: readonly string[]) => `\n\n${lines.join('\n')}\n\n`

export const alert = (kind: string, title: string | undefined, inner: string) =>
  block(alertMarkup(kind, title === '' ? undefined : title, linesOf(inner)))

const details = (title: string, inner: string, isOpen = false) =>
  block(detailsMarkup(title, linesOf(inner), isOpen))

export function first(tag: Tag, ...names: string[]): string | undefined {
  return names.map((name) => tag.attributes.get(name)).find((value) => value !== undefined)
}

export function fence(masked: Masked, language: string, code: string): string {
  masked.fences.push({
    mark: '```',
    info: language,
    lines: code.replace(/^\n+|\s+$/g, '').split('\n'),
    isClosed: true,
  })
  return block([`\uE100F${String(masked.fences.length - 1)}\uE101`])
}

export function isCodeAlone(inner: string): boolean {
  return inner.trim() !== '' && !FENCE_SIGN.test(inner)
}

const WRAPPERS =
  /^(?:columns?|steps?|tabs|tabpane|tab-set|cards?|cardpane|card-body|grid|row|col|blocks\/\w+|imgproc|section|div|center|left|right|wide|lead|pageinfo|CardGrid|Cards|Steps|Columns?|Tabs|TabGroup|Frame|CodeGroup|CodeTabs|Fragment|Grid|AccordionGroup)$/

const ALERTS = /^(?:hint|notice|alert|callout|admonition|Admonition|Aside|Callout|Alert|Hint|Notice|Message)$/

const FOLDS =
  /^(?:details?|expand|collapse|collapsible|expandable|accordion|accordion-item|spoiler|fold|Accordion|Expandable|Collapsible|Dropdown|Details)$/

const TABS = /^(?:tab|tab-item|codetab|TabItem|Tab|TabPanel|CodeTab)$/

/** What shortcodes and components of the same meaning become, however they are spelled. */
export function common(
  tag: Tag,
  { masked, log }: TagContext,
  form: (name: string) => string,
): string | undefined {
  const { name, inner } = tag
  if (name.startsWith('/')) {
    const opened = name.slice(1)
    // The closing tag of what was opened by none: nothing is shown for it.
    if (WRAPPERS.test(opened) || isAlertKind(opened)) return ''
    return undefined
  }
  const title = first(tag, 'title', 'header', 'name', 'label', 'summary', 'heading')
  if (ALERTS.test(name) || (isAlertKind(name) && inner !== undefined)) {
    const positional = first(tag, '0')
    const named = first(
      tag,
      'type',
      'color',
      'style',
      'level',
      'severity',
      'kind',
      'status',
      'intent',
      'context',
    )
    const kind = [named, ALERTS.test(name) ? positional : name].find(
      (each) => each !== undefined && isAlertKind(each),
    )
    const said = inner ?? first(tag, 'content', 'text', 'message')
    if (said === undefined) return undefined
    const second = ALERTS.test(name) ? first(tag, '1') : positional
    log.converted(form(name))
    return alert(
      kind ?? 'note',
      title ?? (kind === undefined && positional !== undefined ? positional : second),
      said,
    )
  }
  if (FOLDS.test(name) && inner !== undefined) {
    log.converted(form(name))
    return details(title ?? first(tag, '0') ?? capitalize(name), inner, first(tag, 'open') === 'true')
  }
  if (TABS.test(name) && inner !== undefined) {
    log.converted(form(name))
    if (tag.label !== undefined) return details(tag.label, inner, true)
    const language = first(tag, 'lang')
    const code = language !== undefined && isCodeAlone(inner) ? fence(masked, language, inner) : inner
    const shown = title ?? first(tag, '0', 'value') ?? [...tag.attributes.values()].at(-1)
    return details(shown ?? capitalize(name), code, true)
  }
  if (WRAPPERS.test(name) && inner !== undefined) {
    log.converted(form(name))
    return title === undefined || title === '' ? `\n\n${inner}\n\n` : `\n\n**${title}**\n\n${inner}\n\n`
  }
  return undefined
}

/** A tag of the project's own that names a picture, and says what is on it. */
export function picture(tag: Tag, { log }: TagContext, form: (name: string) => string): string | undefined {
  const source = first(tag, '0', 'src')
  if (
    source === undefined ||
    tag.inner !== undefined ||
    !/^[\w./@ -]+\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(source)
  )
    return undefined
  log.converted(form(tag.name))
  return `![${(first(tag, 'alt', '1') ?? '').replace(/[[\]]/g, '\\$&')}](${source.replaceAll(' ', '%20')})`
}
