import { tmpdir } from 'node:os'
import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { previewOf, quotationOf } from '../../../src/search/browser/quotation.ts'
import type { Line } from '../../../src/search/browser/readable.ts'
import { passagesOf } from '../../../src/search/engine/marks.ts'
import { sectionsOf, type PageText } from '../../../src/search/engine/page-text.ts'
import { startIndex } from '../../../src/search/index/build-index.ts'
import { documentsOfFragments } from '../../../src/search/index/from-fragments.ts'
import { engineOfFolder } from '../../../src/search/index/open-index.ts'
import { INDEX_FOLDER } from '../../../src/search/engine/settings.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'watchbook-quotation-'))
const index = path.join(folder, INDEX_FOLDER)

const PAGE = `<html><head><title>Late</title></head><body><main data-pagefind-body><h1>Late data</h1>
<p>Rows are <code>late</code>.</p>
<h2 id="check">Check</h2>
<p>Read the lag:</p>
<div class="code command"><div class="code-head"><span>bash</span></div><pre class="language-bash"><code><span class="l">for topic in $TOPICS; do
</span><span class="l">  kafka-lag <span class="ts">"$topic"</span> --describe
</span><span class="l">
</span><span class="l">done</span></code></pre></div>
<p>Then look it up:</p>
<div class="scroll"><table><thead><tr><th>Answer</th><th>Next step</th></tr></thead><tbody>
<tr><td><code>Stable</code></td><td>Wait an hour</td></tr>
<tr><td></td><td><p>Restart the <em>loader</em></p><p>once</p></td></tr></tbody></table></div>
<ul><li>Call the owner</li><li>Write down <code>OFFSET</code>s</li></ul>
<h2 id="fix">Fix <code>GROUP</code></h2>
<pre>plain words
    deep</pre>
<p>Icons \uEE84 of other fonts.</p>
</main></body></html>`

let page: PageText
beforeAll(async () => {
  const made = await startIndex({ language: 'en', synonyms: [], everyday: [] })
  try {
    made.add('late/index.html', PAGE)
    await made.write(folder)
  } finally {
    await made.close()
  }
  const engine = await engineOfFolder(index)
  const { found } = await engine.search('late')
  page = await engine.texts(found[0]?.id ?? '')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Lines as they look: code within a sentence in backticks, a block with bars, cells with dots between. */
function seen(lines: readonly Line[]): string[] {
  return lines.map((line) => {
    const shown = (runs: readonly { text: string; isCode: boolean }[]) =>
      runs
        .map(({ text, isCode }) => (isCode && line.kind !== 'code' ? `\`${text}\`` : text))
        .join('')
        .trim()
    if (line.kind === 'row') return line.cells.map(shown).filter(Boolean).join(' · ')
    return line.kind === 'code' ? `| ${shown(line.runs).replaceAll('\n', '\n| ')}` : shown(line.runs)
  })
}

it('a section reads as on its page: sentences, commands line by line, rows of tables, items of lists', () => {
  const [, check, fix] = sectionsOf(page)
  expect(check && seen(previewOf(check)).join('\n')).toMatchInlineSnapshot(`
    "Read the lag:
    | for topic in $TOPICS; do 
    |   kafka-lag "$topic" --describe 
    | done
    Then look it up:
    Answer · Next step
    \`Stable\` · Wait an hour
    Restart the loader. once
    Call the owner.
    Write down OFFSETs."
  `)
  expect(fix && seen(previewOf(fix)).join('\n')).toMatchInlineSnapshot(`
    "| plain words 
    |     deep
    Icons of other fonts."
  `)
})

it('a quotation begins where a sentence, a row or a line of code begins, and ends where one ends', async () => {
  const engine = await engineOfFolder(index)
  const quoted = async (query: string) => {
    const { units } = await engine.search(query)
    const [best] = passagesOf(page, units, engine.language, engine.concepts)
    return best && seen(quotationOf(best))
  }
  expect(await quoted('restart loader')).toMatchInlineSnapshot(`
    [
      "\`Stable\` · Wait an hour",
      "Restart the loader. once",
      "Call the owner.",
      "Write down OFFSETs.",
    ]
  `)
  expect(await quoted('kafka lag')).toMatchInlineSnapshot(`
    [
      "Read the lag:",
      "| for topic in $TOPICS; do 
    |   kafka-lag "$topic" --describe 
    | done",
      "Then look it up:",
      "Answer · Next step",
      "\`Stable\` · Wait an hour",
      "Restart the loader. once",
      "Call the owner.",
    ]
  `)
  expect(await quoted('late')).toMatchInlineSnapshot(`
    [
      "Rows are \`late\`.",
    ]
  `)
})

it('headings and what the search looks through are without marks', async () => {
  const [document] = await documentsOfFragments(index)
  expect(document?.headings).toEqual(['Check', 'Fix GROUP'])
  expect(document?.text).toContain('kafka-lag "$topic" --describe')
  expect(document?.text).not.toMatch(/[\uEE80-\uEE87]/)
})
