import { globSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { parseSource } from '../../src/content/read/source.ts'
import { foreign } from '../support/hostile/page-oracle.ts'
import { body, SENTINEL } from '../support/hostile/payloads.ts'
import { hostileFolder, renderBody } from '../support/hostile/render.ts'

const root = hostileFolder()
const SEED = Number(process.env['SEED'] ?? 20261126)
const RUNS = 1500

afterEach(() => {
  Reflect.deleteProperty(globalThis, SENTINEL)
})

describe('whatever stands in a page, and with no check before', () => {
  it('no code of it runs, and nothing foreign reaches its HTML', async () => {
    const seen = new Set<string>()
    let refused = 0
    await fc.assert(
      fc.asyncProperty(body, async ({ format, text }) => {
        seen.add(`${format}\n${text}`)
        const html = await renderBody(text, format).catch((error: unknown) => {
          refused += 1
          return error instanceof Error && error.name === 'GateError' ? '' : parserError(error)
        })
        expect(Reflect.get(globalThis, SENTINEL)).toBeUndefined()
        expect(foreign(html)).toEqual([])
      }),
      { seed: SEED, numRuns: RUNS },
    )
    console.log(
      `${String(seen.size)} different pages, ${String(refused)} refused, ${String(RUNS - refused)} shown without harm`,
    )
    expect(seen.size).toBeGreaterThan(400)
    expect(refused).toBeGreaterThan(400)
  })
})

describe('what a page may hold', () => {
  it.for(globSync('content/**/*.{md,mdx}').sort())('%s is rendered', async (file) => {
    const { body } = parseSource(readFileSync(file), 'markdown')
    expect(foreign(await renderBody(body, file.endsWith('.mdx') ? 'mdx' : 'md'))).toEqual([])
  })

  it.each([
    ['<details open>\n<summary>More</summary>\n\nText.\n\n</details>', '<details open="">'],
    ['Press <kbd title="twice">Ctrl</kbd>+<kbd>C</kbd>.<br>Then wait.', '<kbd title="twice">'],
    ['| a |\n| - |\n| <ul><li>one</li><li>two</li></ul> |', '<ul><li>one</li><li>two</li></ul>'],
    ['<dl><div><dt>Lag</dt><dd>How far behind.</dd></div></dl>', '<dd>How far behind.</dd>'],
    ['a <!-- a note of the author --> b', '<p>a  b</p>'],
    ['<ol start="3" type="a"><li value="4">x</li></ol>', '<li value="4">'],
    ['<table><tr><td colspan="2">\n\n- list\n\n</td></tr></table>', '<li>list</li>'],
    ['[tel](tel:+1-555-0100) [mail](mailto:on-call@example.com)', 'href="tel:+1-555-0100"'],
    ['![Lag][lag]\n\n[lag]: ../images/lag.png', '__ASTRO_IMAGE_'],
    ['https://example.com/a?b=c&d=e#f and <https://example.com:8080/>', 'href="https://example.com:8080/"'],
    ['![Beside](beside.png)', '__ASTRO_IMAGE_'],
    ['[Data](../files/a.csv)', 'href="/files/a.csv"'],
    ['Note[^1].\n\n[^1]: With `code`.', 'data-footnotes'],
  ])('%j', async (text, expected) => {
    const html = await renderBody(text, 'md')
    expect(html).toContain(expected)
    expect(foreign(html)).toEqual([])
  })

  it.each(['md', 'mdx'] as const)(
    'a rule as the first line of .%s, and the text below it',
    async (format) => {
      for (const rule of ['---', '+++'])
        expect(await renderBody(`${rule}\n\nShown.\n\n${rule}\n`, format)).toContain('Shown.')
    },
  )

  it.each([
    ['text {/* a note */} text', 'text  text'],
    ['<details open>\n<summary>More</summary>\n\nText.\n\n</details>', '<p>Text.</p>'],
    ['Press <kbd title="a &quot;b&quot; > c">x</kbd>', '<kbd title="a &quot;b&quot; &gt; c">'],
  ])('in MDX %j', async (text, expected) => {
    const html = await renderBody(text, 'mdx')
    expect(html).toContain(expected)
    expect(foreign(html)).toEqual([])
  })
})

describe('a page that is refused', () => {
  it('is named with line, column and what to write, every place of it at once', async () => {
    const display = path.relative(process.cwd(), root).split(path.sep).join('/')
    await expect(renderBody('First.\n\n<div onclick="x">y</div>\n\n[z](javascript:1)', 'md')).rejects.toThrow(
      [
        '/issues/page.md:3:1 <div> cannot have the attribute "onclick" (html). Delete it. <div> may have title, lang, dir.',
        `${display}/issues/page.md:5:1 The address "javascript:1" has the scheme "javascript:" (address).`,
      ].join('\n'),
    )
  })
})

describe('a picture that is none', () => {
  it.each([
    [
      'a link to a module',
      (file: string) => {
        symlinkSync('../files/a.mjs', file)
      },
    ],
    [
      'a link to a file of the machine',
      (file: string) => {
        symlinkSync('/etc/passwd', file)
      },
    ],
    [
      'text with the ending of a picture',
      (file: string) => {
        writeFileSync(file, 'export default 1')
      },
    ],
    [
      'a drawing with a script',
      (file: string) => {
        writeFileSync(file.replace('.png', '.svg'), '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
      },
    ],
    ['a file that is not there', () => undefined],
  ])('%s, is refused by the processor itself', async (_, make) => {
    const file = path.join(root, 'images/trick.png')
    make(file)
    try {
      for (const format of ['md', 'mdx'] as const) {
        for (const name of ['trick.png', 'trick.svg']) {
          for (const text of [`![x](../images/${name})`, `![x][r]\n\n[r]: ../images/${name}`])
            await expect(renderBody(text, format)).rejects.toThrow('page.')
        }
      }
    } finally {
      rmSync(file, { force: true })
      rmSync(file.replace('.png', '.svg'), { force: true })
    }
  })
})

/** MDX that does not parse never gets as far as the gate. Any other error would hide that the gate was not asked. */
function parserError(error: unknown): '' {
  expect(String(error)).toMatch(/Error: \d+:\d+: /)
  return ''
}
