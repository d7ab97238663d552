import { markdownToHtml } from 'satteri'
import { describe, expect, test } from 'vitest'
import { alerts } from '../../src/markdown/alerts.ts'
import { codeBlocks } from '../../src/markdown/code-blocks.ts'
import { pathOfFile } from '../../src/content/facts/addresses.ts'
import { contentLinks } from '../../src/markdown/content-links.ts'
import { emoji } from '../../src/markdown/emoji.ts'
import { headings } from '../../src/markdown/headings.ts'
import { tables } from '../../src/markdown/tables.ts'
import type { Mark } from '../../src/content/read/proof.ts'
import { tested } from '../../src/markdown/tested.ts'
import { keepPlainTokensAsText } from '../../src/markdown/plain-tokens.ts'

const html = async (markdown: string, base = '/', extension = 'md') => {
  const result = await markdownToHtml(markdown, {
    fileURL: new URL(`file:///repository/content/issues/kafka-late-data.${extension}`),
    mdastPlugins: [emoji],
    hastPlugins: [
      alerts,
      codeBlocks,
      contentLinks(base, '/repository/content', (file) => pathOfFile('/repository/content', file)),
      headings,
      tables,
    ],
    features: { gfm: true, smartPunctuation: false },
  })
  return result.html
}

describe('links between files of the content', () => {
  test.each([
    { link: '../runbooks/engagement.mdx', address: '/runbooks/engagement/' },
    { link: './duplicate-events.md#fix', address: '/issues/duplicate-events/#fix' },
    { link: 'duplicate-events.md', address: '/issues/duplicate-events/' },
    { link: '../files/lag check.txt'.replace(' ', '%20'), address: '/files/lag%20check.txt' },
    { link: '../images/panel.png#top', address: '/images/panel.png#top' },
    { link: '../../package.json', address: '../../package.json' },
    { link: 'warehouse/Orders-Late.md#fix', address: '/issues/warehouse/orders-late/#fix' },
    { link: 'warehouse/README.md', address: '/issues/warehouse/' },
    { link: './warehouse/', address: '/issues/warehouse/' },
    { link: '/search/', address: '/search/' },
    { link: '#fix', address: '#fix' },
    { link: 'https://example.com/notes.md', address: 'https://example.com/notes.md' },
    { link: 'mailto:a@example.com', address: 'mailto:a@example.com' },
  ])('$link leads to $address', async ({ link, address }) => {
    expect(await html(`[text](${link})`)).toContain(`<a href="${address}">text</a>`)
  })

  test('hold under a base path', async () => {
    expect(await html('[text](./a.md) [other](/search/)', '/runbooks')).toBe(
      '<p><a href="/runbooks/issues/a/">text</a> <a href="/runbooks/search/">other</a></p>\n',
    )
  })
})

describe('alerts', () => {
  test.each(['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'])('a [!%s] is marked by name', async (kind) => {
    const result = await html(`> [!${kind}]\n> Mind **this**.\n>\n> - and that`)
    const name = kind.charAt(0) + kind.slice(1).toLowerCase()
    expect(result).toContain(
      `<div class="alert ${kind.toLowerCase()}" role="note"><p class="alert-title">${name}</p>`,
    )
    expect(result).toContain('Mind <strong>this</strong>.')
    expect(result).toContain('<li>and that</li>')
    expect(result).not.toContain('[!')
  })

  test('what stands behind the marker is its title', async () => {
    expect(await html('> [!WARNING] Before `drop`\n> Mind this.')).toContain(
      '<p class="alert-title">Warning: Before <code>drop</code></p><p>Mind this.</p>',
    )
    expect(await html('> [!NOTE] Alone')).toContain('<p class="alert-title">Note: Alone</p>')
  })

  test('a quotation stays a quotation', async () => {
    expect(await html('> Said somebody.')).toContain('<blockquote>')
  })
})

describe('what a reader does with a page', () => {
  test('headings have the ids of the forge and a link to themselves', async () => {
    expect(await html('## Step 1: Driver or executor?')).toContain('<h2 id="step-1-driver-or-executor">')
  })

  test('a heading can name its own anchor', async () => {
    expect(await html('## The `logs` {#the-logs}')).toContain('<h2 id="the-logs">The <code>logs</code></h2>')
    expect(await html('## Set {x}')).toContain('<h2 id="set-x">')
  })

  test('names of emoji are drawn, times and addresses are not', async () => {
    expect(await html('a :warning: b, 1:100:2, `:warning:`')).toBe(
      '<p>a ⚠️ b, 1:100:2, <code>:warning:</code></p>\n',
    )
  })

  test('wide tables and code can be scrolled with the keyboard', async () => {
    expect(await html('| a |\n| - |\n| b |')).toContain('<div class="scroll" tabindex="0"><table>')
    expect(await html('```text\n<b> & "c"\n```')).toBe(
      '<div class="code output"><div class="code-head"><span>Example output</span></div>' +
        '<pre class="language-text" tabindex="0"><code><span class="l">&lt;b&gt; &amp; &quot;c&quot;</span></code></pre></div>\n',
    )
  })

  test('a session is colored as one, and a language that nobody knows is shown without colors', async () => {
    expect(await html('```console\n$ ls\na\n```')).toContain('class="language-console"')
    expect(await html('```console\n$ echo "a"\na\n```')).toContain('<span class="t')
    expect(await html('```nolanguage\na <b>\n```')).toContain('a &lt;b&gt;')
  })

  test('code keeps its colors where the highlighter is set up a second time', async () => {
    keepPlainTokensAsText()
    expect(await html('```sql\nSELECT 1;\n```')).toContain('<span class="tk">SELECT</span>')
  })

  test('an option of a command is one element, which a narrow window does not break at its hyphens', async () => {
    const result = await html('```bash\nkafka.sh --bootstrap-server "$B" --to-datetime=5 -x && a-b\n```')
    expect(result.match(/<span class="to">[^<]*/g)).toEqual(
      ['--bootstrap-server', '--to-datetime=', '-x'].map((option) => `<span class="to">${option}`),
    )
    expect(result).not.toMatch(/class=""|token/)
  })

  test.each(['md', 'mdx'])('code in a .%s file is colored by classes, and stays text', async (extension) => {
    const result = await html("```sql\nSELECT '<b>';\n```", '/', extension)
    expect(result).toContain('<pre class="language-sql" tabindex="0">')
    expect(result).toContain('<span class="tk">SELECT</span>')
    expect(result).toContain("'&lt;b")
    expect(result).not.toMatch(/style=|<b>/)
  })

  test.each([
    'meta',
    'constructor',
    '__proto__',
    'extend',
    'insertBefore',
    'DFS',
    '../../package',
    'no-such',
    'a"b<c',
    'x'.repeat(5000),
  ])('code in a language called %s is shown as it is', async (language) => {
    expect(await html(`\`\`\`${language}\n<b> & c\n\`\`\``)).toContain('&lt;b&gt; &amp; c')
  })

  test('only words that help to read code have a color: no commas, brackets, operators, numbers or names of functions', async () => {
    expect(await html('```sql\nSELECT MAX(day), 1 FROM t WHERE b >= 2;\n```')).toContain(
      '<span class="tk">SELECT</span> MAX(<span class="tk">day</span>), 1 ' +
        '<span class="tk">FROM</span> t <span class="tk">WHERE</span> b >= 2;</span></code>',
    )
  })

  test('quotation marks and dashes of a command stay as they are typed', async () => {
    expect(await html('Run --reset-offsets "now".')).toContain('--reset-offsets')
  })
})

describe('the mark below a block', () => {
  const mark = (fence: string, found?: Mark) => {
    const { html } = markdownToHtml(`\`\`\`${fence}\nSELECT 1\n\`\`\`\n`, {
      fileURL: new URL('file:///repository/content/issues/kafka-late-data.md'),
      mdastPlugins: [
        tested(
          (path) => `https://example.com/${path}`,
          () => found,
        ),
      ],
    })
    return /<details class="tested(?: ticked)?"[^>]*><summary>[^<]*<\/summary>(.*)<\/details>/.exec(html)?.[1]
  }
  const block = 'sql test="late-data/lag" role="diagnosis"'
  const run: Mark = {
    kind: 'run',
    engines: [
      { label: 'DuckDB 1.5.6', rehearsal: 'rehearsals/late-data' },
      { label: 'PostgreSQL 18.6', rehearsal: 'rehearsals/late-data' },
    ],
    sets: 412,
    wrong: 0,
    day: '2026-11-26',
    notNoticed: [],
  }

  test('says on what the block was run, with the rehearsal behind each engine', () => {
    expect(mark(block, run)).toBe(
      'Run on <a href="https://example.com/rehearsals/late-data">DuckDB 1.5.6</a> and <a href="https://example.com/rehearsals/late-data">PostgreSQL 18.6</a> over 412 data sets, 26 Nov 2026.',
    )
  })

  test('says on which engines that its page names the block was not run', () => {
    expect(mark(block, { ...run, engines: [], elsewhere: ['Spark'] })).toMatch(
      /26 Nov 2026\. Not run on Spark\.$/,
    )
    expect(mark(block, { ...run, engines: [], elsewhere: ['MySQL', 'Snowflake', 'Spark'] })).toMatch(
      /26 Nov 2026\. Not run on MySQL, Snowflake or Spark\.$/,
    )
    expect(mark(block, { ...run, engines: [], elsewhere: [] })).toMatch(/26 Nov 2026\.$/)
  })

  test('says what the block does not notice, and on how many data sets it was wrong', () => {
    const blind = { ...run, engines: [], wrong: 3, notNoticed: ['two faults that cancel out'] }
    expect(mark(block, blind)).toMatch(
      /over 412 data sets, 26 Nov 2026\. It gave a wrong answer on 3 of 412\. Does not notice: two faults that cancel out\.$/,
    )
  })

  test('never says of a shell block that it was tested', () => {
    const recorded: Mark = {
      kind: 'recorded',
      sets: 9,
      wrong: 0,
      day: '2026-11-26',
      rehearsal: 'rehearsals/late-data',
    }
    expect(mark('bash test="late-data/lag"', recorded)).toBe(
      '<a href="https://example.com/rehearsals/late-data">Run with recorded answers</a>, 26 Nov 2026. No real system was asked.',
    )
  })

  test('claims nothing without a receipt, and nothing that is out of date', () => {
    expect(mark(block, { kind: 'not tested' })).toBe('Not tested.')
    expect(mark(block, { kind: 'changed' })).toBe('Changed since it was tested.')
    expect(mark('bash test="none: needs a broker"')).toBe('Not run: needs a broker.')
    expect(mark('text')).toBeUndefined()
  })
})
