import { type TagContext, alert, block, common, fence, first, isCodeAlone, picture } from './common.ts'
import { refLink } from '../links/schemes.ts'
import { LIQUID, convertTags } from './tags.ts'

export function convertLiquid(text: string, context: TagContext): string {
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
        log.left(form(name), undefined, tag.raw)
        return undefined
      }
      default:
        if (!new RegExp(CONSTANT).test(tag.raw)) log.left(form(name.replace(/^\//, '')), undefined, tag.raw)
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
        log.left('variable ({{ … }})', name, written)
        return written
      }
      log.converted('variable ({{ … }})')
      return value
    },
  )
}
