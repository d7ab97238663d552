import { type TagContext, alert } from './common.ts'
import { refLink } from '../links/schemes.ts'
import { mask } from '../markup/masks.ts'

export function convertErb(text: string, { title, log, variable, children, data }: TagContext): string {
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
    const stored = /^\s*data((?:\.\w+)+)\s*$/.exec(code)?.[1]
    const value =
      stored === undefined
        ? setting === undefined
          ? undefined
          : variable(setting)
        : data(stored.slice(1).split('.'))
    if (value !== undefined) {
      log.converted(form)
      return value
    }
    log.left(form, undefined, written)
    return written
  })
}

/** Parts of a page that a program repeats or chooses: what remains of them without it makes no sense. */
export function isMadeByProgram(text: string): boolean {
  return /<%-?\s*(?:(?:if|unless|for|while|case)\b[^%]*|[^%]*\bdo\s*(?:\|[^|]*\|)?\s*)-?%>/.test(
    mask(text).text,
  )
}
