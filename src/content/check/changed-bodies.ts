import path from 'node:path'
import { hasBody } from '../read/body.ts'
import { blockKind } from '../read/code-fence.ts'
import type { Content, ContentDocument } from '../read/load.ts'

/** Fields of one line that say something about their own page alone. */
const OWN_FIELDS = /^(?:reviewed|reviewEvery|summary|boost):[ \t]+[^|>&*{[\n][^\n]*\n/gm
const PICTURE = /[^\s()"'<>[\]]*\.(?:png|jpe?g|gif|svg|webp|avif)\b/gi
const FENCE = /^[ \t>*+\-\d.)]*(?:`{3,}|~{3,})[ \t]*([\w+-]+)/gm
/** An address that is written in another way than the name of its file. */
const ESCAPED_ADDRESS = /(?:\]\(|\]:[ \t]*|href=["'])[^\s)"']*[&%\\]/

/**
 * Where only bodies of pages have changed, the pages to look at: these, and whatever depends on what is in a body.
 * `undefined` where something else has changed.
 *
 * @param textOf a file as it was before, if it was there
 */
export function changedBodies(
  { documents, tables }: Content,
  changed: readonly string[],
  textOf: (file: string) => string | undefined,
): ReadonlySet<string> | undefined {
  const pages = documents.filter(({ path }) => changed.includes(path))
  if (pages.length < changed.length) return undefined
  const texts: string[] = []
  for (const page of pages) {
    const before = textOf(page.path)
    if (before === undefined || !hasBody(page) || page.data === undefined) return undefined
    if (fieldsIn(before) !== fieldsIn(page.text) || picturesIn(before) !== picturesIn(page.text))
      return undefined
    texts.push(before, page.text)
  }
  const names = pages.flatMap(namesOf).map((name) => name.toLowerCase())
  const hasSql = tables.size > 0 && texts.some(isSql)
  const hasBlocks = texts.some((text) => text.includes('test='))
  const depends = (text: string) => {
    const lower = text.toLowerCase()
    return (
      names.some((name) => lower.includes(name)) ||
      ESCAPED_ADDRESS.test(text) ||
      (hasSql && isSql(text)) ||
      (hasBlocks && text.includes('test='))
    )
  }
  return new Set([
    ...changed,
    ...documents.filter(({ text }) => depends(text)).map((document) => document.path),
  ])
}

/** The fields as they are written, without those that no other page knows. */
function fieldsIn(text: string): string {
  const end = text.indexOf('\n---', 3)
  return (end < 0 ? text : text.slice(0, end + 1)).replace(OWN_FIELDS, '')
}

function picturesIn(text: string): string {
  return [...new Set(text.match(PICTURE))].sort().join('\n')
}

function isSql(text: string): boolean {
  return [...text.matchAll(FENCE)].some(([, language = '']) => blockKind(language) === 'sql')
}

/** What others can call a page by: its file, its id, its former addresses. */
function namesOf({ path: file, id, written }: ContentDocument): string[] {
  const aliases =
    typeof written === 'object' && written !== null && 'aliases' in written ? written.aliases : []
  const former = Array.isArray(aliases) ? aliases.map(String) : []
  return [file, id, ...former]
    .map((name) => path.posix.parse(name.replaceAll('\\', '/')).name)
    .filter((name) => name !== '')
}
