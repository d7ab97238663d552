import { ALERT_TITLES } from '../../../../text/alert-titles.ts'

/** What another generator reads, and this site would print: how to recognize it, whose it is, what to write. */
export interface Sign {
  /** Global, with `m` where it is about lines. The first group, where there is one, is what is quoted. */
  pattern: RegExp
  /** One of these is in whatever the pattern matches: texts without them are passed over. */
  inside?: readonly string[]
  /** Whose it is, and what it makes there. */
  what: string
  /** What to write in its place. */
  write: string
  /** For what a pattern alone cannot decide. */
  isMeant?: (found: RegExpExecArray) => boolean
}

const ALERT = 'Write > [!WARNING] on a line, and > before each line of its text.'
const FOLD = 'Write <details><summary>Title</summary>, an empty line, the text, an empty line, </details>.'
/** Kinds of other dialects, and the alert that is meant. */
const NEAREST: Readonly<Record<string, string>> = {
  danger: 'CAUTION',
  error: 'CAUTION',
  failure: 'CAUTION',
  fail: 'CAUTION',
  bug: 'CAUTION',
  critical: 'CAUTION',
  attention: 'WARNING',
  alert: 'WARNING',
  success: 'TIP',
  hint: 'TIP',
  check: 'TIP',
  done: 'TIP',
}

export function nearestAlert(kind: string): string {
  return NEAREST[kind.toLowerCase()] ?? 'NOTE'
}

/** In order: of two that begin at the same place, the first is reported. */
export const SIGNS: readonly Sign[] = [
  {
    pattern:
      /^[ \t>]*(\{(?:code|noformat|quote|panel|info|warning|note|tip|expand)(?::[\w=#|:.,;\- ]*)?\})/gm,
    inside: ['{code', '{noformat', '{quote', '{panel', '{info', '{warning', '{note', '{tip', '{expand'],
    what: 'a macro of Jira or Confluence',
    write: 'Write ``` above and below code, and > before each line of a note.',
  },
  {
    pattern: /^(h[1-6]\. [^\n]{1,80})$/gm,
    inside: ['h1. ', 'h2. ', 'h3. ', 'h4. ', 'h5. ', 'h6. '],
    what: 'a heading of Jira or Confluence',
    write: 'Write ## and a blank before its words.',
  },
  {
    pattern: /^[ \t>]*(!!![ \t]+[\w"][^\n]*)/gm,
    inside: ['!!!'],
    what: 'an admonition of MkDocs',
    write: ALERT,
  },
  {
    pattern: /^[ \t>]*(\?\?\?\+?[ \t]+[\w"][^\n]*)/gm,
    inside: ['???'],
    what: 'a folded block of MkDocs',
    write: FOLD,
  },
  {
    pattern: /^[ \t>]*(===[!+]?[ \t]+"[^"\n]*")/gm,
    inside: ['==='],
    what: 'a tab of MkDocs',
    write: 'Write a heading for each variant, or <details>.',
  },
  {
    pattern: /^[ \t>]*(-{2,}8<-{2,}[^\n]*|\{![^\n]*?!\}|\{\{#\w+[^\n]*?\}\}|<<<[ \t]+@\S+)/gm,
    inside: ['8<', '{!', '{{#', '<<<'],
    what: 'the text of another file, which is not taken in here',
    write: 'Put the text here, or link to a page that has it.',
  },
  {
    pattern: /(:::[ \t]*(?:image|code|zone|moniker|row|column|no-loc)\b[^\n]*|:::[ \t]*[\w]+-end\b[^\n]*)/g,
    inside: [':::'],
    what: 'a sign of DocFX, as Microsoft Learn has it',
    write: 'Write a picture as ![what is on it](path), and a variant as <details> or a heading.',
  },
  {
    // Its link may be gone: an import leaves the words of one that leads nowhere.
    pattern: /(\[!INCLUDE\b[^\]\n]*)/gi,
    inside: ['[!'],
    what: 'the text of another file in DocFX, which is not taken in here',
    write: 'Put the text here, or link to a page that has it.',
  },
  {
    pattern: /^[ \t]*>[ \t]*(\[!(?:div|VIDEO)\b[^\]\n]*\])/gim,
    inside: ['[!'],
    what: 'a box of DocFX',
    write: 'Delete the mark, and the > before each line below it.',
  },
  {
    pattern: /^[ \t>]*(:{3,}[ \t]*\{[A-Za-z][\w-]*\}[^\n]*)/gm,
    inside: [':::'],
    what: 'a directive of MyST',
    write: ALERT,
  },
  {
    pattern: /^[ \t>]*(:{3,}[ \t]*\{?[A-Za-z][\w-]*\}?[^\n]*)/gm,
    inside: [':::'],
    what: 'a container of Docusaurus, VitePress, Starlight or Azure DevOps',
    write: ALERT,
  },
  {
    pattern: /\{\{[<%]\s*(?:\/\s*)?[\w./-]+[^}\n]*[>%]\}\}/g,
    inside: ['{{<', '{{%'],
    what: 'a shortcode of Hugo',
    write: 'Write what it shows: an alert as > [!NOTE], a link with the path of a file.',
  },
  {
    pattern: /\{%-?\s*\w[^%\n]*%\}/g,
    inside: ['{%'],
    what: 'a tag of Liquid or Jinja',
    write: 'Write what it prints.',
  },
  { pattern: /<%[=#-]?[^%\n]*%>/g, inside: ['<%'], what: 'a tag of ERB', write: 'Write what it prints.' },
  {
    pattern: /^[ \t]*>[ \t]*(\[!([\w-]+)\][+-]?)/gm,
    inside: ['[!'],
    what: 'a callout that no forge has',
    write: 'Write > [!NOTE], > [!TIP], > [!IMPORTANT], > [!WARNING] or > [!CAUTION].',
    isMeant: (found) =>
      !Object.hasOwn(ALERT_TITLES, (found[2] ?? '').toLowerCase()) || /[+-]$/.test(found[1] ?? ''),
  },
  {
    pattern:
      /^[ \t]*(\[\[?_?TO[CS]P?_?\]?\]|\[\[toc\]\]|\{:\s*toc\b[^}\n]*\}|\$toc\$|@\[toc\][^\n]*)[ \t]*$/gim,
    what: 'the mark of a table of contents',
    write: 'Delete it: the page has its own.',
  },
  {
    pattern: /!?\[\[(?![\s-])[^[\]\n]+\]\](?!\()/g,
    inside: ['[['],
    what: 'a link of a wiki or of Obsidian',
    write: 'Write [text](path of the file).',
    // A number is a reference to a source.
    isMeant: (found) => !/^\[\[\d+\]\]$/.test(found[0]),
  },
  {
    pattern: /!\[[^\]\n]*\]\([^\s()]+[ \t]+=\d*x?\d*%?\)/g,
    inside: ['!['],
    what: 'the size of an image in Azure DevOps',
    write: 'Delete the size: images are as wide as the page at most.',
  },
  {
    pattern:
      /(?<=[)\]\w*`])\{:?[ \t]*(?:[.#][\w-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+))(?:[ \t]+[^{}\n]*)?\}(?!\})|^[ \t]*\{:[^{}\n]*\}[ \t]*$/gm,
    inside: ['{'],
    what: 'attributes of MkDocs or kramdown',
    write: 'Delete them.',
    isMeant: (found) => !isHeadingId(found) && !isSelector(found),
  },
  {
    pattern: /(?<![\w:/.-]):(?:material|octicons|fontawesome|simple|lucide|mdi)-[\w-]+:/g,
    inside: [':material-', ':octicons-', ':fontawesome-', ':simple-', ':lucide-', ':mdi-'],
    what: 'an icon of MkDocs Material',
    write: 'Delete it, or write an emoji.',
  },
  {
    pattern: /^[ \t]*(\.\. [\w-]+::[^\n]*)/gm,
    inside: ['.. '],
    what: 'a directive of reStructuredText',
    write: ALERT,
  },
  {
    pattern:
      /^(?:import[ \t].+[ \t]from[ \t]+['"][^'"\n]+['"];?|export[ \t]+(?:const|default|function)[ \t][^\n]*)$/gm,
    inside: ['import', 'export'],
    what: 'code of MDX',
    write: 'Delete it: no component is imported here.',
  },
  {
    // What an import could not convert. A placeholder has no attributes, and nothing closes it.
    pattern: /\\(<(?:[A-Z][\w.]*\s[^<>\n]*=[^<>\n]*|\/[A-Z][\w.]*\s*)>)/g,
    inside: ['\\<'],
    what: 'a component of MDX',
    write: 'Write what it showed.',
  },
  {
    pattern: /^\*\[[^\]\n]+\]:[^\n]*/gm,
    inside: ['*['],
    what: 'an abbreviation of MkDocs',
    write: 'Say what it means where it is used.',
  },
  {
    pattern: /<\/?(?:ac|ri):[\w-]+[^>\n]*>/g,
    inside: ['ac:', 'ri:'],
    what: 'an export of Confluence',
    write: 'Convert the page to Markdown first, for example with `pandoc -f html -t gfm`.',
  },
  {
    pattern: /(?<=[^\n]\n)(?:[ \t]*\n)?(:[ \t]{1,3}\S[^\n]*)/g,
    inside: ['\n: ', '\n:\t'],
    what: 'a definition list',
    write: 'Write a list: - **Term**: what it is.',
  },
  { pattern: /^[?!]>[ \t]+\S[^\n]*/gm, inside: ['?>', '!>'], what: 'a hint of docsify', write: ALERT },
  {
    pattern: /%%[^%\n]+%%/g,
    inside: ['%%'],
    what: 'a comment of Obsidian',
    write: 'Delete it: it would be published.',
  },
  {
    pattern: /\{(?:\+\+|--|~~|==|>>)[^\n]+?(?:\+\+|--|~~|==|<<)\}/g,
    inside: ['{++', '{--', '{~~', '{==', '{>>'],
    what: 'a mark of an editor',
    write: 'Write the text as it should be.',
  },
  {
    pattern: /(?<![=\w\\])==(?![=\s>])[^=\n|]+(?<!\s)==(?![=\w>])/g,
    inside: ['=='],
    what: 'marked text',
    write: 'Write <mark>text</mark>, or **text**.',
  },
  {
    pattern: /\+\+[a-z]+(?:\+[a-z0-9]+)*\+\+/gi,
    inside: ['++'],
    what: 'keys of MkDocs',
    write: 'Write <kbd>Ctrl</kbd>+<kbd>C</kbd>.',
  },
  {
    pattern: /(?<=\w)(?<!~)~\w{1,12}~(?!~)/g,
    inside: ['~'],
    what: 'small text below the line',
    write: 'Write <sub>2</sub>.',
  },
  {
    pattern: /(?<=[a-z)])\^\w{1,12}\^/gi,
    inside: ['^'],
    what: 'small text above the line',
    write: 'Write <sup>2</sup>.',
  },
  {
    pattern: /^[ \t]*\$\$[^\n]*/gm,
    inside: ['$$'],
    what: 'a formula',
    write: 'Write it in words, or put it into a block of code.',
  },
]

/** `## Logs {#the-logs}` is the anchor of a heading. */
function isHeadingId(found: RegExpExecArray): boolean {
  const line = found.input.slice(found.input.lastIndexOf('\n', found.index) + 1, found.index)
  return /^#{1,6} /.test(line) && /^\{#[\w-]+\}$/.test(found[0])
}

/** `http_requests{method="POST"}` are labels of a metric: attributes stand behind a link, a picture or marked words. */
function isSelector(found: RegExpExecArray): boolean {
  return /\w/.test(found.input.charAt(found.index - 1)) && /^\{\w+=/.test(found[0])
}
