import { alertMarkup, dedent, detailsMarkup, isAlertKind } from './alert-markup.ts'
import { capitalize } from './blocks.ts'
import type { Family } from './generators.ts'
import type { PageLog } from './log.ts'
import { FENCE_SIGN, mask, type Masked } from './masks.ts'
import { convertTags, HUGO, JSX, LIQUID, type Tag } from './tags.ts'

/** What tags of a page can ask for. */
export interface TagContext {
  family: Family
  masked: Masked
  log: PageLog
  title: string | undefined
  /** What the configuration, or the page's own fields, call so. */
  variable: (name: string) => string | undefined
  /** Pages directly below this one's folder: title, and path at the source. */
  children: () => { title: string; source: string }[]
  /** The text that a shortcode of the project's own stands for, where it is nothing but text. */
  shortcode: (name: string) => string | undefined
}

/** A link whose target only the importer can resolve: `{{< ref "x" >}}`, `[[x]]`, `{% link x %}`. */
export const REF = 'x-ref:'
export const WIKI = 'x-wiki:'

export function refLink(target: string, scheme: string = REF): string {
  return `${scheme}${encodeURIComponent(target)}`
}

/** Converts the tags of all dialects; code is masked. */
export function convertDialects(text: string, context: TagContext): string {
  let result = convertHugo(text, context)
  result = convertLiquid(result, context)
  result = convertErb(result, context)
  if (isJsx(context.family) || /^import\s.+from\s+['"]/m.test(result)) result = convertJsx(result, context)
  return result
}

function isJsx(family: Family): boolean {
  return family === 'docusaurus' || family === 'starlight' || family === 'vitepress'
}

/** What is between two tags, without the indentation that it has in the item of a list. */
function linesOf(inner: string): string[] {
  const [first = '', ...rest] = inner.split('\n')
  return [first.trimStart(), ...dedent(rest)]
}

/** Text as a block of its own, with blank lines around it. */
const block = (lines: readonly string[]) => `\n\n${lines.join('\n')}\n\n`
const alert = (kind: string, title: string | undefined, inner: string) =>
  block(alertMarkup(kind, title === '' ? undefined : title, linesOf(inner)))
const details = (title: string, inner: string, isOpen = false) =>
  block(detailsMarkup(title, linesOf(inner), isOpen))

function first(tag: Tag, ...names: string[]): string | undefined {
  return names.map((name) => tag.attributes.get(name)).find((value) => value !== undefined)
}

function fence(masked: Masked, language: string, code: string): string {
  masked.fences.push({
    mark: '```',
    info: language,
    lines: code.replace(/^\n+|\s+$/g, '').split('\n'),
    isClosed: true,
  })
  return block([`\uE100F${String(masked.fences.length - 1)}\uE101`])
}

function isCodeAlone(inner: string): boolean {
  return inner.trim() !== '' && !FENCE_SIGN.test(inner)
}

const WRAPPERS =
  /^(?:columns?|steps?|tabs|tabpane|tab-set|cards?|cardpane|card-body|grid|row|col|blocks\/\w+|imgproc|section|div|center|left|right|wide|lead|pageinfo|CardGrid|Cards|Steps|Columns?|Tabs|TabGroup|Frame|CodeGroup|CodeTabs|Fragment|Grid|AccordionGroup)$/
const ALERTS = /^(?:hint|notice|alert|callout|admonition|Admonition|Aside|Callout|Alert|Hint|Notice|Message)$/
const FOLDS =
  /^(?:details?|expand|collapse|collapsible|expandable|accordion|accordion-item|spoiler|fold|Accordion|Expandable|Collapsible|Dropdown|Details)$/
const TABS = /^(?:tab|tab-item|TabItem|Tab|TabPanel|CodeTab)$/

/** What shortcodes and components of the same meaning become, however they are spelled. */
function common(tag: Tag, { masked, log }: TagContext, form: (name: string) => string): string | undefined {
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
function picture(tag: Tag, { log }: TagContext, form: (name: string) => string): string | undefined {
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

function convertHugo(text: string, context: TagContext): string {
  if (!text.includes('{{')) return text
  const { log, masked } = context
  const form = (name: string) => `shortcode ({{< ${name} >}})`
  const converted = convertTags(text, HUGO, (tag) => {
    const { name, inner } = tag
    const known = common(tag, context, form)
    if (known !== undefined) return known
    const target = first(tag, '0', 'path', 'page')
    switch (name) {
      case 'ref':
      case 'relref':
        log.converted(form(name))
        return target === undefined ? undefined : refLink(target)
      case 'button':
      case 'link': {
        const href = first(tag, 'href', 'relref', 'url', 'link', 'link_to', '0')
        const words = inner?.trim() ?? first(tag, 'text', 'title', '1')
        if (href === undefined || words === undefined) return undefined
        log.converted(form(name))
        return `[${words}](${tag.attributes.has('relref') ? refLink(href) : href})`
      }
      case 'highlight':
      case 'code':
        if (inner === undefined || !isCodeAlone(inner)) return undefined
        log.converted(form(name))
        return fence(masked, first(tag, '0', 'lang', 'language') ?? '', inner)
      case 'mermaid':
      case 'plantuml':
        if (inner === undefined) return undefined
        log.converted(form(name))
        return fence(masked, name, inner)
      case 'figure':
      case 'img':
      case 'image': {
        const source = first(tag, 'src', 'file', 'path', '0')
        if (source === undefined) return undefined
        log.converted(form(name))
        const caption = first(tag, 'caption', 'title')
        return `${block([`![${first(tag, 'alt') ?? caption ?? ''}](${source.replaceAll(' ', '%20')})`])}${caption === undefined ? '' : block([`*${caption}*`])}`
      }
      case 'youtube':
      case 'vimeo': {
        const id = first(tag, 'id', '0')
        if (id === undefined) return undefined
        const url = name === 'youtube' ? `https://www.youtube.com/watch?v=${id}` : `https://vimeo.com/${id}`
        log.converted(form(name))
        return `<${url}>`
      }
      case 'param': {
        const value = context.variable(target ?? '')
        if (value !== undefined) log.converted(form(name))
        return value
      }
      case 'toc':
      case 'comment':
      case 'icon':
      case 'children':
        log.dropped(form(name))
        return ''
      case 'br':
        return '<br>'
      case 'kbd':
        return `<kbd>${inner ?? first(tag, '0', 'text') ?? ''}</kbd>`
      default:
    }
    const own = name.startsWith('/') ? undefined : context.shortcode(name)
    if (own !== undefined) {
      log.converted(form(name))
      return inner === undefined ? own : `${own}${inner}`
    }
    log.left(form(name.replace(/^\//, '')))
    return undefined
  })
  // Escaped, they are words about shortcodes.
  const isHugo = context.family === 'hugo'
  return isHugo
    ? converted
        .replace(/\{\{(<|%)\/\*([^]*?)\*\/(>|%)\}\}/g, '`{{$1$2$3}}`')
        .replace(/\{\{-?\s*\/\*[^]*?\*\/\s*-?\}\}/g, '')
    : converted
}

function convertLiquid(text: string, context: TagContext): string {
  if (!text.includes('{%') && !text.includes('{{')) return text
  const { log, masked } = context
  const form = (name: string) => `tag ({% ${name} %})`
  // What is raw is shown as it is.
  let result = text.replace(
    /\{%-?\s*(?:raw|verbatim)\s*-?%\}([^]*?)\{%-?\s*end(?:raw|verbatim)\s*-?%\}/g,
    (_, inner: string) => {
      log.converted(form('raw'))
      return inner
    },
  )
  result = result.replace(/\{%-?\s*comment\s*-?%\}[^]*?\{%-?\s*endcomment\s*-?%\}|\{#\s[^]*?\s#\}/g, () => {
    log.dropped('comment')
    return ''
  })
  // A tag that makes an address of a path, whatever it is called.
  result = result.replace(
    /(\]\(\s*|\b(?:href|src)=["']?)\{%-?\s*([\w-]+)\s+["']?(\/[^\s"'%]*)["']?\s*-?%\}/g,
    (_, lead: string, name: string, target: string) => {
      log.converted(form(name))
      return `${lead}${refLink(target)}`
    },
  )
  result = convertTags(result, LIQUID, (tag) => {
    const { name, inner } = tag
    const known = common(tag, context, form) ?? picture(tag, context, form)
    if (known !== undefined) return known
    switch (name) {
      case 'highlight':
        if (inner === undefined || !isCodeAlone(inner)) return undefined
        log.converted(form(name))
        return fence(masked, first(tag, '0') ?? '', inner)
      case 'code': {
        if (inner === undefined) return undefined
        log.converted(form(name))
        const title = first(tag, 'title')
        return title === undefined ? inner : `${block([`**${title}**`])}${inner}`
      }
      case 'link':
      case 'post_url':
        log.converted(form(name))
        return refLink(tag.raw.replace(/^\{%-?\s*\w+\s+|\s*-?%\}$/g, ''))
      case 'embed':
      case 'content-ref':
      case 'file': {
        const url = first(tag, 'url', 'src')
        if (url === undefined) return undefined
        log.converted(form(name))
        const words = inner?.trim() ?? ''
        return block([words === '' ? `[${first(tag, 'caption') ?? url}](${url})` : words])
      }
      case 'include': {
        const said = first(tag, 'content', 'text', 'message')
        const kind =
          first(tag, 'type') ??
          /(note|tip|warning|important|danger|caution|info)/.exec(first(tag, '0') ?? '')?.[1]
        if (said !== undefined && kind !== undefined) {
          log.converted(form(name))
          return alert(kind, first(tag, 'title'), said)
        }
        const source = first(tag, 'file', 'url', 'src', 'image_path')
        if (source !== undefined && /ima?ge?|figure/.test(first(tag, '0') ?? '')) {
          log.converted(form(name))
          return `![${first(tag, 'alt', 'caption') ?? ''}](${source})`
        }
        log.left(form(name))
        return undefined
      }
      default:
        if (!new RegExp(CONSTANT).test(tag.raw)) log.left(form(name.replace(/^\//, '')))
        return undefined
    }
  })
  return convertVariables(result, withConstants(result, context)).replace(CONSTANT, () => {
    log.dropped('value for the page itself ({% set %})')
    return ''
  })
}

/** `{% set name = 'value' %}`: what the page itself calls so from there on. */
const CONSTANT =
  /^[ \t]*\{%-?\s*(?:set|assign)\s+([\w-]+)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)')\s*-?%\}[ \t]*(?:\n|$)/gm

function withConstants(text: string, context: TagContext): TagContext {
  const own = new Map(
    [...text.matchAll(CONSTANT)].map(([, name = '', one, two]) => [name, one ?? two ?? ''] as const),
  )
  return own.size === 0
    ? context
    : { ...context, variable: (name) => own.get(name) ?? context.variable(name) }
}

/** Variables of Jinja and Liquid that the configuration knows. */
function convertVariables(text: string, { family, title, variable, log }: TagContext): string {
  if (!/^(?:mkdocs|jekyll|vitepress|hugo|gitbook)$/.test(family)) return text
  const plain = /^(?:mkdocs|jekyll|gitbook)$/.test(family)
    ? // Text, with what makes an address of it.
      text.replace(/\{\{-?\s*(["'])([^"'{}\n]*)\1\s*(?:\|[^{}\n]*?)?-?\}\}/g, (_, __, words: string) => {
        log.converted('variable ({{ … }})')
        return words
      })
    : text
  return plain.replace(
    /\{\{-?\s*([$\w.-]+)\s*(?:\|\s*(?:relative_url|absolute_url|safe)\s*)?-?\}\}/g,
    (written, name: string) => {
      if (/^(?:page|\$?frontmatter|\$page)\.title$/.test(name) && title !== undefined) {
        log.converted('variable ({{ … }})')
        return title
      }
      if (/^site\.(?:baseurl|url)$/.test(name)) return ''
      const value = variable(
        name.replace(/^(?:extra|config\.extra|site|\$themeConfig|page|\$?frontmatter)\./, ''),
      )
      if (value === undefined) {
        log.left('variable ({{ … }})', name)
        return written
      }
      log.converted('variable ({{ … }})')
      return value
    },
  )
}

function convertErb(text: string, { title, log, variable, children }: TagContext): string {
  if (!text.includes('<%')) return text
  const settled = text
    // Text for another part of the page; what only sets a value is no text.
    .replace(/<%-?\s*content_for\b[^%]*?\bdo\s*-?%>([^]*?)<%-?\s*end\s*-?%>/g, (_, inner: string) => {
      log.converted('text of another part of the page (<% content_for %>)')
      return inner
    })
    .replace(/<%-?\s*(?:content_for|wrap_layout|set_meta)\b[^%]*%>/g, () => {
      log.dropped('setting (<% content_for %>)')
      return ''
    })
  const listed = settled.replace(
    /^[ \t]*<%-?\s*current_page\.children[^]*?\bdo\b[^%]*%>[^]*?<%-?\s*end\s*-?%>/gm,
    () => {
      log.converted('list of the pages below (<% … children.each %>)')
      return children()
        .map(({ title: name, source }) => `- [${name.replace(/[[\]]/g, '\\$&')}](${refLink(`/${source}`)})`)
        .join('\n')
    },
  )
  return listed.replace(/<%(%|#|=|-|==)?([^]*?)-?%>/g, (written, mark: string | undefined, code: string) => {
    const form = `tag (<%${mark ?? ''} ${/[\w.]+/.exec(code)?.[0] ?? ''} %>)`
    if (mark === '%') return written.replace('<%%', '<%')
    if (mark === '#') {
      log.dropped('comment')
      return ''
    }
    if (/^\s*(?:current_page\.data\.title|title|page_title)\s*$/.test(code) && title !== undefined) {
      log.converted(form)
      return title
    }
    const [, helper = '', args = ''] =
      /^\s*(warning_text|inset_text|important_text|note_text|image_tag|link_to)[ (]\s*([^]*?)\)?\s*$/.exec(
        code,
      ) ?? []
    const words = [...args.matchAll(/(?:(\w+):\s*)?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)].map(
      ([, name, single, double]) => ({
        name,
        text: (single ?? double ?? '').replace(/\\(['"])/g, '$1'),
      }),
    )
    const [one = '', two = ''] = words.filter(({ name }) => name === undefined).map((word) => word.text)
    if (helper.endsWith('_text') && one !== '') {
      log.converted(form)
      const kind = helper === 'warning_text' ? 'warning' : helper === 'important_text' ? 'important' : 'note'
      return alert(kind, undefined, one)
    }
    if (helper === 'image_tag' && one !== '') {
      log.converted(form)
      return `![${words.find(({ name }) => name === 'alt')?.text ?? ''}](${one})`
    }
    if (helper === 'link_to' && two !== '') {
      log.converted(form)
      return `[${one}](${two})`
    }
    const setting = /^\s*config\[:tech_docs\]\[:(\w+)\]\s*$/.exec(code)?.[1]
    const value = setting === undefined ? undefined : variable(setting)
    if (value !== undefined) {
      log.converted(form)
      return value
    }
    log.left(form)
    return written
  })
}

/** Parts of a page that a program repeats or chooses: what remains of them without it makes no sense. */
export function isMadeByProgram(text: string): boolean {
  return /<%-?\s*(?:(?:if|unless|for|while|case)\b[^%]*|[^%]*\bdo\s*(?:\|[^|]*\|)?\s*)-?%>/.test(
    mask(text).text,
  )
}

function convertJsx(text: string, context: TagContext): string {
  const { log, masked, title } = context
  const form = (name: string) => `component (<${name}>)`
  const imported = new Set<string>()
  let result = text.replace(
    /^import\s+(?:([\w$]+|\*\s+as\s+\w+|\{[^}]*\}|[\w$]+\s*,\s*\{[^}]*\})\s+from\s+)?['"][^'"\n]+['"];?[ \t]*\n?/gm,
    (written, names: string | undefined) => {
      for (const name of names?.match(/\w+/g) ?? []) imported.add(name)
      log.dropped('import of a component', written.trim())
      return ''
    },
  )
  result = result.replace(
    /^export\s+(?:const|default|function|let)\s[^]*?(?=\n\s*\n|$(?![^]))/gm,
    (written) => {
      log.dropped('export of code', written.split('\n')[0])
      return ''
    },
  )
  result = result
    .replace(/\{\/\*[^]*?\*\/\}/g, () => {
      log.dropped('comment')
      return ''
    })
    .replace(/\{(['"])(\s*[^'"{}\n]*)\1\}/g, '$2')
    .replace(
      /\{\s*(?:frontMatter|frontmatter|props\.frontMatter)\.title\s*\}/g,
      (written) => title ?? written,
    )
  return convertTags(result, JSX, (tag) => {
    const { name, inner } = tag
    const known = common(tag, context, form)
    if (known !== undefined) return known
    const href = first(tag, 'href', 'to', 'url')
    const words = first(tag, 'title', 'label', 'text', 'name')
    if (/^(?:Link|A|a|Button|LinkButton)$/.test(name) && href !== undefined) {
      log.converted(form(name))
      return `[${inner?.trim() ?? words ?? href}](${href})`
    }
    if (/(?:Card|Feature|Tile)$/.test(name) && (words !== undefined || href !== undefined)) {
      log.converted(form(name))
      const heading = href === undefined ? `**${words ?? ''}**` : `[${words ?? href}](${href})`
      const description = first(tag, 'description') ?? ''
      return block([heading, '', description, '', inner?.trim() ?? ''])
    }
    if (/(?:Image|Img|Picture|Figure|Zoom)$/.test(name)) {
      const source = first(tag, 'src', 'img')
      if (source === undefined) return undefined
      log.converted(form(name))
      return `![${first(tag, 'alt') ?? ''}](${source})`
    }
    if (name === 'CodeBlock' && inner !== undefined && isCodeAlone(inner)) {
      log.converted(form(name))
      return fence(masked, first(tag, 'language') ?? '', inner.replace(/^\s*\{`|`\}\s*$/g, ''))
    }
    if (/^(?:Badge|Tag|Kbd|Term|Highlight)$/.test(name)) {
      log.converted(form(name))
      return inner?.trim() ?? words ?? ''
    }
    if (name === 'Step' && inner !== undefined) {
      log.converted(form(name))
      return `\n\n${words === undefined ? '' : `**${words}**\n\n`}${inner}\n\n`
    }
    const isMute =
      inner === undefined &&
      !/\b(?:title|text|label|description|content|message|children|caption)=/.test(tag.raw)
    if (isMute && !name.startsWith('/')) {
      // Without a word in it, nobody but its code knows what it shows.
      log.dropped(form(name))
      return ''
    }
    if (inner !== undefined && imported.has(name)) {
      log.dropped(`frame around text (<${name}>)`)
      return `\n\n${inner}\n\n`
    }
    log.left(form(name.replace(/^\//, '')))
    return undefined
  })
}
