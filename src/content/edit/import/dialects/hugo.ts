import { type TagContext, block, common, fence, first, isCodeAlone } from './common.ts'
import { refLink } from '../links/schemes.ts'
import { HUGO, convertTags } from './tags.ts'

export function convertHugo(text: string, context: TagContext): string {
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
        const href = first(tag, 'href', 'relref', 'page', 'url', 'link', 'link_to', '0')
        const words = inner?.trim() ?? first(tag, 'text', 'title', '1')
        if (href === undefined || words === undefined) return undefined
        log.converted(form(name))
        const isPage = tag.attributes.has('relref') || href === tag.attributes.get('page')
        return `[${words}](${isPage ? refLink(href) : href})`
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
    log.left(form(name.replace(/^\//, '')), undefined, tag.raw)
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
