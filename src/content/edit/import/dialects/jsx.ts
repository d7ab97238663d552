import { type TagContext, block, common, fence, first, isCodeAlone } from './common.ts'
import { JSX, convertTags } from './tags.ts'

export function convertJsx(text: string, context: TagContext): string {
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
    log.left(form(name.replace(/^\//, '')), undefined, tag.raw)
    return undefined
  })
}
