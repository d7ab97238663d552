import { markdownToHtml } from 'satteri'
import { describe, expect, test } from 'vitest'
import { alerts } from '../../src/markdown/alerts.ts'
import { codeBlocks } from '../../src/markdown/code-blocks.ts'
import { contentLinks } from '../../src/markdown/content-links.ts'
import { headings } from '../../src/markdown/headings.ts'
import { tables } from '../../src/markdown/tables.ts'
import { tested } from '../../src/markdown/tested.ts'

const html = async (markdown: string, base = '/', extension = 'md') => {
  const result = await markdownToHtml(markdown, {
    fileURL: new URL(`file:///repository/content/issues/kafka-late-data.${extension}`),
    hastPlugins: [alerts, codeBlocks, contentLinks(base, '/repository/content'), headings, tables],
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

  test('a quotation stays a quotation', async () => {
    expect(await html('> Said somebody.')).toContain('<blockquote>')
  })
})

describe('what a reader does with a page', () => {
  test('headings have the ids of the forge and a link to themselves', async () => {
    expect(await html('## Step 1: Driver or executor?')).toContain('<h2 id="step-1-driver-or-executor">')
  })

  test('wide tables and code can be scrolled with the keyboard', async () => {
    expect(await html('| a |\n| - |\n| b |')).toContain('<div class="scroll" tabindex="0"><table>')
    expect(await html('```text\n<b> & "c"\n```')).toBe(
      '<div class="code"><pre tabindex="0"><code>&lt;b&gt; &amp; &quot;c&quot;\n</code></pre></div>\n',
    )
  })

  test.each(['md', 'mdx'])('code in a .%s file is colored by classes, and stays text', async (extension) => {
    const result = await html("```sql\nSELECT '<b>';\n```", '/', extension)
    expect(result).toContain('<div class="code"><pre class="language-sql" data-language="sql" tabindex="0">')
    expect(result).toContain('<span class="token keyword">SELECT</span>')
    expect(result).toContain("'&lt;b")
    expect(result).not.toMatch(/style=|<b>/)
  })

  test('commas, brackets and operators of code are no elements of their own', async () => {
    expect(await html('```sql\nSELECT MAX(day), 1 FROM t WHERE b >= 2;\n```')).toContain(
      '<span class="token keyword">SELECT</span> <span class="token function">MAX</span>(<span class="token keyword">day</span>), ' +
        '<span class="token number">1</span> <span class="token keyword">FROM</span> t <span class="token keyword">WHERE</span> b >= ' +
        '<span class="token number">2</span>;</code>',
    )
  })

  test('quotation marks and dashes of a command stay as they are typed', async () => {
    expect(await html('Run --reset-offsets "now".')).toContain('--reset-offsets')
  })
})

describe('the mark below a block', () => {
  const marked = (fence: string, date?: string) => {
    const { html } = markdownToHtml(`\`\`\`${fence}\nSELECT 1\n\`\`\`\n`, {
      fileURL: new URL('file:///repository/content/issues/kafka-late-data.md'),
      mdastPlugins: [
        tested(
          (path) => `https://example.com/${path}`,
          (file) => (file.endsWith('/issues/kafka-late-data.md') ? date : undefined),
        ),
      ],
    })
    return /<p class="tested"[^>]*>(.*)<\/p>/.exec(html)?.[1]
  }

  test('says on what it was tested, and of which day the page is', () => {
    expect(marked('sql test="late-data/lag"', '22 Nov 2026')).toBe(
      'Tested on <a href="https://example.com/tests/fixtures/runbooks/late-data">late-data</a>, revision of 22 Nov 2026',
    )
    expect(marked('bash test', '22 Nov 2026')).toBe('Parsed in tests, revision of 22 Nov 2026')
  })

  test('names no day where it is not known, and none for what was not tested', () => {
    expect(marked('bash test')).toBe('Parsed in tests')
    expect(marked('bash test="none: needs a broker"', '22 Nov 2026')).toBe('Not run in tests: needs a broker')
  })
})
