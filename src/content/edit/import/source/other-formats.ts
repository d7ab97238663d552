import type { SourceTree } from './source-tree.ts'

/** What people write documents in that is no Markdown, by the endings of files, and what makes Markdown of it. */
const FORMATS: readonly { name: string; endings: readonly string[]; convert: string }[] = [
  {
    name: 'AsciiDoc',
    endings: ['.adoc', '.asciidoc'],
    convert: 'asciidoctor -b docbook5 -o - FILE.adoc | pandoc -f docbook -t gfm -o FILE.md',
  },
  { name: 'reStructuredText', endings: ['.rst'], convert: 'pandoc -f rst -t gfm -o FILE.md FILE.rst' },
  {
    name: 'HTML',
    endings: ['.html', '.htm', '.xhtml'],
    convert: 'pandoc -f html -t gfm -o FILE.md FILE.html',
  },
  { name: 'Org', endings: ['.org'], convert: 'pandoc -f org -t gfm -o FILE.md FILE.org' },
  { name: 'Textile', endings: ['.textile'], convert: 'pandoc -f textile -t gfm -o FILE.md FILE.textile' },
  {
    name: 'MediaWiki',
    endings: ['.mediawiki', '.wiki'],
    convert: 'pandoc -f mediawiki -t gfm -o FILE.md FILE.mediawiki',
  },
  {
    name: 'Word',
    endings: ['.docx'],
    convert: 'pandoc -f docx -t gfm --extract-media . -o FILE.md FILE.docx',
  },
  {
    name: 'OpenDocument',
    endings: ['.odt'],
    convert: 'pandoc -f odt -t gfm --extract-media . -o FILE.md FILE.odt',
  },
  { name: 'Jupyter', endings: ['.ipynb'], convert: 'pandoc -f ipynb -t gfm -o FILE.md FILE.ipynb' },
]

/** Documents of a source in formats that are not read: how many, and how to make Markdown of one. */
export interface OtherFormat {
  name: string
  count: number
  convert: string
}

/** The formats of a source that are not read, the commonest first. */
export function otherFormats({ others }: Pick<SourceTree, 'others'>): OtherFormat[] {
  return FORMATS.map(({ name, endings, convert }) => ({
    name,
    count: endings.reduce((sum, ending) => sum + (others.get(ending) ?? 0), 0),
    convert,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}
