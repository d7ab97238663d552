import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, inject, it } from 'vitest'
import { parse } from 'yaml'
import { htmlToMarkdown } from '../../src/site/build/markdown/html-to-markdown.ts'
import { llmsFiles } from '../../src/site/build/markdown/llms.ts'
import {
  codeOf,
  htmlText,
  mainOf,
  markdownText,
  unindented,
  withoutAnchors,
  wordsOf,
} from '../support/page-text.ts'
import { built, readPagesOf } from '../support/pages.ts'

const { root, based, ours } = inject('sites')
const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')

describe.each(
  built([
    { name: 'the tests', folder: root, site: 'http://localhost:4321/' },
    { name: 'the tests under a base path', folder: based, site: 'https://example.com/runbooks/' },
    { name: 'this checkout', folder: ours, site: 'http://localhost:4321/' },
  ]),
)('each page of the site of $name as Markdown', ({ folder, site }) => {
  const pages = readPagesOf(folder).filter(({ path }) => path !== '404.html')

  it('is beside the page, which names it', () => {
    expect(pages.length).toBeGreaterThan(5)
    expect(pages.filter(({ path }) => !existsSync(join(folder, path, 'index.md')))).toEqual([])
    for (const { path, html } of pages) {
      expect(html, path).toContain(`<link rel="canonical" href="${site}${path}">`)
      expect(html, path).toMatch(/<link rel="alternate" type="text\/markdown" href="[^"]*index\.md"/)
    }
  })

  it('has frontmatter with its title, its address and what it is about', () => {
    for (const { path } of pages) {
      const [, frontmatter = ''] = read(folder, `${path}index.md`).split(/^---\n/m)
      const facts = parse(frontmatter) as Record<string, unknown>
      expect(facts['url'], path).toBe(`${site}${path}`)
      expect(facts['title'], path).toBeTruthy()
      expect(facts['description'], path).toBeTruthy()
    }
  })

  it('has every word of the main content of the page, in the same order, and no other', () => {
    for (const { path, html } of pages) {
      const body = read(folder, `${path}index.md`).replace(/^---\n[\s\S]*?\n---\n/, '')
      const page = wordsOf(htmlText(mainOf(fromHtml(html))))
      expect(page.length, path).toBeGreaterThan(5)
      expect(wordsOf(markdownText(withoutAnchors(body))), path).toEqual(page)
    }
  })

  it('has the code of the page byte for byte', () => {
    for (const { path, html } of pages) {
      const markdown = unindented(read(folder, `${path}index.md`))
      for (const block of codeOf(html)) expect(markdown, path).toContain(unindented(block))
    }
  })

  it('has links that are absolute', () => {
    for (const { path } of pages) {
      const prose = read(folder, `${path}index.md`)
        .replaceAll(/^ *(`{3,}|~{3,})[\s\S]*?^ *\1/gm, '')
        .replaceAll(/`[^`\n]*`/g, '')
      const targets = [...prose.matchAll(/\]\(([^)\s]+)/g)].map(([, target = '']) => target)
      expect(
        targets.filter((target) => !/^<?(https?|mailto|tel|sms|webcal):/.test(target)),
        path,
      ).toEqual([])
    }
  })

  it('is listed once in llms.txt, by a link that leads to it', () => {
    const listed = [...read(folder, 'llms.txt').matchAll(/^- \[.*?\]\((\S+?)\): /gm)].map(
      ([, url = '']) => url,
    )
    // A page that shows no content, as that of a device without a network, is in no list.
    const expected = pages.filter(({ path }) => path !== 'offline/')
    expect(listed.toSorted()).toEqual(expected.map(({ path }) => `${site}${path}index.md`).toSorted())
    expect(read(folder, 'llms.txt')).toMatch(/^# .+\n\n> .+\n\n## /)
  })
})

describe('a page', () => {
  const at = new URL('https://example.com/issues/x/')
  const body = (main: string) =>
    htmlToMarkdown(`<main><h1>T</h1>${main}</main>`, at)?.body.replace('# T\n', '').trim()

  it.each([
    ['a heading with an anchor', '<h2 id="fix">Fix</h2>', '## Fix {#fix}'],
    [
      'code with its language',
      '<pre><code class="language-sql">SELECT 1;\n  -- *x*\n</code></pre>',
      '```sql\nSELECT 1;\n  -- *x*\n```',
    ],
    ['code that holds a fence', '<pre><code>```\nx\n```</code></pre>', '````\n```\nx\n```\n````'],
    [
      'a table with its caption',
      '<table><caption>May</caption><tr><th>A</th></tr><tr><td>1|2</td></tr></table>',
      '**May**\n\n| A    |\n| ---- |\n| 1\\|2 |',
    ],
    ['a relative link', '<p><a href="../y/#z">y</a></p>', '[y](https://example.com/issues/y/#z)'],
    ['a drawing', '<svg><title>A flows to B</title><path d="M0"/></svg>', 'A flows to B'],
    [
      'an element of the site',
      '<p>a</p><on-call-now><script>{"x":1}</script><p>From Monday</p></on-call-now>',
      'a\n\nFrom Monday',
    ],
    [
      'things in a row, one of them an element of the site, with a sign between them',
      '<p class="row"><b>sev2</b> <span>Late, or lost.</span> <a href="/p/">P</a><span>a, b</span> <review-state> Reviewed <time>May</time> </review-state></p>',
      '**sev2** · Late, or lost. · [P](https://example.com/p/) · a, b · Reviewed May',
    ],
    [
      'blanks within a link and within bold words',
      '<ul><li><a href="/p/">\nOrders </a><span class="owner">Team</span>, <b> bold </b>word</li></ul>',
      '- [Orders](https://example.com/p/) Team, **bold** word',
    ],
    [
      'the place of a word that only a browser knows',
      '<coverage-state><span class="state">&nbsp;</span> <span>Day and night</span></coverage-state>',
      'Day and night',
    ],
    ['a list of terms', '<dl><dt>SLA</dt><dd>48 hours</dd></dl>', '**SLA**\n\n48 hours'],
    [
      'ways through the page',
      '<nav class="crumbs"><a href="/">Home</a></nav><nav class="toc"><a href="#x">x</a></nav><p>a</p>',
      'a',
    ],
    ['text that looks like Markdown', '<p>*a* _b_ # c [d](e)</p>', '\\*a\\* \\_b\\_ # c \\[d]\\(e)'],
  ])('turns %s into Markdown', (_, html, markdown) => {
    expect(body(html)).toBe(markdown)
  })

  it('without a main part is none', () => {
    expect(htmlToMarkdown('<p>x</p>', at)).toBeUndefined()
    expect(htmlToMarkdown('', at)).toBeUndefined()
  })
})

describe('the lists for assistants', () => {
  const page = (index: number) => ({
    title: `Page [${String(index)}]`,
    description: 'What it is.\n'.repeat(3),
    kind: index % 2 === 0 ? 'issue' : 'runbook',
    url: `https://example.com/${String(index)}/index.md`,
    text: 'x'.repeat(100),
  })
  const files = (count: number) =>
    llmsFiles({
      name: 'Site',
      description: 'All of it',
      pages: Array.from({ length: count }, (_, index) => page(index)),
      titles: new Map([
        ['runbook', 'Runbooks'],
        ['issue', 'Issues'],
      ]),
      address: (file) => `https://example.com/${file}`,
    })

  it('are one file, by kind, while it is short', () => {
    expect([...files(4).keys()]).toEqual(['llms.txt', 'llms-full.txt'])
    expect(files(2).get('llms.txt')).toBe(
      '# Site\n\n> All of it\n\n## Runbooks\n\n- [Page \\[1\\]](https://example.com/1/index.md): What it is. What it is. What it is.\n\n## Issues\n\n- [Page \\[0\\]](https://example.com/0/index.md): What it is. What it is. What it is.\n',
    )
  })

  it('are a file for each kind past 100 KB, and no full text past 1 MB', () => {
    const many = files(20_000)
    expect([...many.keys()]).toEqual(['llms.txt', 'llms/runbook.txt', 'llms/issue.txt'])
    expect(many.get('llms.txt')).toContain('- [Issues](https://example.com/llms/issue.txt)')
    expect(Buffer.byteLength(many.get('llms.txt') ?? '')).toBeLessThan(100 * 1024)
  })

  it('of a site without pages have its name alone', () => {
    expect(files(0).get('llms.txt')).toBe('# Site\n\n> All of it\n')
  })
})
