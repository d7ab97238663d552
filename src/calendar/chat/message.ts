/** A piece of a line: text, maybe a link, maybe what matters most. */
export type Span = string | { text: string; href?: string | undefined; strong?: boolean }

/** A message for people, in no form yet. */
export interface Message {
  title: Span[]
  sections: { heading?: string; lines: Span[][] }[]
}

/** As Markdown of GitHub's kind. */
export function toMarkdown({ title, sections }: Message): string {
  return [
    `**${title.map(markdownSpan).join('').replaceAll('**', '')}**`,
    ...sections.map(({ heading, lines }) =>
      [
        ...(heading === undefined ? [] : [`**${markdownText(heading)}**`, '']),
        ...lines.map((line) => `- ${line.map(markdownSpan).join('')}`),
      ].join('\n'),
    ),
  ].join('\n\n')
}

function markdownSpan(span: Span): string {
  if (typeof span === 'string') return markdownText(span)
  const text = span.strong === true ? `**${markdownText(span.text)}**` : markdownText(span.text)
  return span.href === undefined
    ? text
    : `[${text}](<${span.href.replaceAll(/[<>\s]/g, encodeURIComponent)}>)`
}

/** Names come from content: none of them may become markup, or call everybody in a channel. */
function markdownText(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replaceAll(/@(?=\w)/g, '＠')
}

/** A message of Slack's incoming webhooks: `text` for notifications, `blocks` for the channel. */
export interface SlackMessage {
  text: string
  blocks: { type: 'section'; text: { type: 'mrkdwn'; text: string } }[]
}

/** Slack refuses a text of more than 3,000 characters, and more than 50 blocks. */
const MAX_SECTION = 2900
const MAX_BLOCKS = 49

/** As Slack's incoming webhooks take it, and Mattermost's. */
export function toSlack({ title, sections }: Message): SlackMessage {
  const head = `*${title.map(slackSpan).join('').replaceAll('*', '')}*`
  const texts = sections.flatMap(({ heading, lines }) => {
    const all = [
      ...(heading === undefined ? [] : [`*${slackText(heading)}*`]),
      ...lines.map((line) => `• ${line.map(slackSpan).join('')}`),
    ]
    return split(all)
  })
  return {
    text: title.map((span) => slackText(typeof span === 'string' ? span : span.text)).join(''),
    blocks: [head, ...texts]
      .slice(0, MAX_BLOCKS)
      .map((text) => ({ type: 'section', text: { type: 'mrkdwn', text } })),
  }
}

/** Lines in as few texts as the limit allows; a line that is too long by itself is cut. */
function split(lines: readonly string[]): string[] {
  const texts: string[] = []
  for (const line of lines.map((each) =>
    each.length > MAX_SECTION ? `${each.slice(0, MAX_SECTION)}…` : each,
  )) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + line.length < MAX_SECTION)
      texts[texts.length - 1] = `${last}\n${line}`
    else texts.push(line)
  }
  return texts
}

function slackSpan(span: Span): string {
  if (typeof span === 'string') return slackText(span)
  const text = slackText(span.text)
  const linked =
    span.href === undefined
      ? text
      : `<${span.href.replaceAll(/[<>|\s]/g, encodeURIComponent)}|${text.replaceAll('|', '¦')}>`
  return span.strong === true ? `*${linked}*` : linked
}

/** Slack has no way to escape its marks: what looks alike takes their place. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '*': '∗',
  '~': '∼',
  '`': 'ˋ',
  _: '＿',
  '@': '＠',
  '](': '] (',
  '<': '‹',
  '>': '›',
}

/** Slack makes text italic between underscores at the ends of words; those within a name, as in data_team, are no marks. */
const ITALIC = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu

/** Slack reads `&`, `<` and `>` as markup, and marks as bold, italic, struck and code; Mattermost reads links of Markdown as well. */
function slackText(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(MARKS, lookAlike)
}

/** What chats read as marks or as calls, wherever a text is pasted. */
const MARKS = new RegExp(`[*~\`]|${ITALIC.source}|@(?=\\w)|\\]\\(`, 'gu')

function lookAlike(mark: string): string {
  return LOOK_ALIKES[mark] ?? mark
}

/**
 * A name within plain text that people and programs put into a chat: it calls nobody there and is no markup. Nothing is
 * escaped, for not every chat undoes that.
 */
export function quietText(text: string): string {
  return oneLine(text).replaceAll(/[<>]/g, lookAlike).replace(MARKS, lookAlike)
}

/** As plain text, for a terminal or an e-mail. */
export function toText({ title, sections }: Message): string {
  const line = (spans: readonly Span[]) =>
    spans.map((span) => oneLine(typeof span === 'string' ? span : span.text)).join('')
  return [
    line(title),
    ...sections.map(({ heading, lines }) =>
      [...(heading === undefined ? [] : [heading]), ...lines.map((spans) => `  ${line(spans)}`)].join('\n'),
    ),
  ].join('\n\n')
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\u2028\u2029]+/g, ' ')
}
