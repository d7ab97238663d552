import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { contentHash } from '../../../src/content/read/content-hash.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { createEngine } from '../../../src/search/engine/engine.ts'
import { INDEX_FILE } from '../../../src/search/engine/index-format.ts'
import { parseFragment } from '../../../src/search/engine/page-text.ts'
import { openStore } from '../../../src/search/engine/store.ts'
import { EditedIndex } from '../../../src/search/index/edited-index.ts'
import { documentsOfContent } from '../../../src/search/index/from-content.ts'
import { pageText } from '../../../src/search/index/open-index.ts'
import { CONTENT_HASH_FILE, TEXT_HASHES_FILE } from '../../../src/search/index/settings.ts'
import { textHashes } from '../../../src/search/index/text-hashes.ts'
import { ISSUE_BODY, page, SITE } from '../../support/content-folder.ts'

const issue = (fields: Record<string, unknown>) => page(fields, ISSUE_BODY)

/** Two issues and a runbook that were built, where each page says "turquoise" as well, and what is saved since. */
function builtFolder(site = SITE) {
  const folder = mkdtempSync(path.join(tmpdir(), 'edited-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const [root, index] = [path.join(folder, 'content'), path.join(folder, 'index')]
  const save = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  const build = () => {
    const content = loadContent(root)
    mkdirSync(path.join(index, 'fragment'), { recursive: true })
    for (const [at, document] of documentsOfContent(content).entries())
      writeFileSync(
        path.join(index, 'fragment', `en_${String(at)}.pf_fragment`),
        gzipSync(JSON.stringify(pageText({ ...document, text: `${document.text} turquoise` }))),
      )
    writeFileSync(path.join(index, TEXT_HASHES_FILE), JSON.stringify(textHashes(content)))
    noteHash(root)
  }
  const noteHash = (of: string) => {
    writeFileSync(path.join(index, CONTENT_HASH_FILE), contentHash(of))
  }
  save('site.yaml', site)
  save('issues/late.md', issue({ title: 'Invoices arrive late' }))
  save('issues/twice.md', issue({ title: 'Invoices are sent twice' }))
  save('runbooks/payments.md', page({ title: 'Payments' }))
  build()
  const edited = new EditedIndex(index)
  /** The pages that a query finds, or nearly finds, in what is saved now; `undefined` where the last build's own index is the one. */
  const found = async (query: string) => {
    const content = loadContent(root)
    const read = async (file: string) => await edited.file(file, content)
    if ((await read(INDEX_FILE)) === undefined) return undefined
    const store = await openStore({
      read: async (file) => JSON.parse((await read(file))?.toString('utf8') ?? '{}') as unknown,
    })
    const engine = createEngine(store, async (id) => {
      const name = path.join('fragment', `${id}.pf_fragment`)
      return parseFragment(gunzipSync((await read(name)) ?? readFileSync(path.join(index, name))).toString())
    })
    const answer = await engine.search(query)
    const pages = [...answer.found, ...answer.closest]
    return await Promise.all(pages.map(async ({ id }) => (await engine.texts(id)).url))
  }
  return { root, index, save, build, found, noteHash }
}

const [LATE, TWICE, PAYMENTS] = ['/issues/late/', '/issues/twice/', '/runbooks/payments/']

it('where nothing was saved since, the index of the last build is the one', async () => {
  expect(await builtFolder().found('turquoise')).toBeUndefined()
})

it('only what was edited is read anew; the other pages are as they were built', async () => {
  const { save, found } = builtFolder()
  save('issues/late.md', issue({ title: 'Quokkas arrive late' }))
  expect((await found('turquoise'))?.sort()).toEqual([TWICE, PAYMENTS])
  expect(await found('quokkas')).toEqual([LATE])
})

it('an entry that is replaced by a file with an old time is found by what it says', async () => {
  const { root, save, found } = builtFolder()
  const file = path.join(root, 'issues/late.md')
  const [old, before] = [new Date('2020-01-01T00:00:00Z'), statSync(file)]
  save('issues/late.md', issue({ title: 'Quokkas arrive late' }))
  for (const time of [old, before.mtime]) {
    utimesSync(file, time, time)
    expect(await found('quokkas')).toEqual([LATE])
  }
})

it('what was saved while the site was built is found, also where the hash of the build is of after that', async () => {
  const { root, save, found, noteHash } = builtFolder()
  save('issues/late.md', issue({ title: 'Quokkas arrive late' }))
  noteHash(root)
  expect(await found('quokkas')).toEqual([LATE])
})

it.each(['', '{"issues/late', '[]', '{"issues/late": 1}'])(
  'where the hashes of the built texts are damaged (%j), what is saved is found',
  async (hashes) => {
    const { index, save, found } = builtFolder()
    writeFileSync(path.join(index, TEXT_HASHES_FILE), hashes)
    save('issues/late.md', issue({ title: 'Quokkas arrive late' }))
    expect(await found('quokkas')).toEqual([LATE])
  },
)

it('a page of the build that could not be read is read again', async () => {
  const { index, root, save } = builtFolder()
  const file = path.join(index, 'fragment/en_1.pf_fragment')
  const whole = readFileSync(file)
  save('issues/late.md', issue({ title: 'Quokkas arrive late' }))
  const [edited, content] = [new EditedIndex(index), loadContent(root)]
  writeFileSync(file, 'half')
  await expect(edited.file(INDEX_FILE, content)).rejects.toThrow()
  writeFileSync(file, whole)
  expect(await edited.file(INDEX_FILE, content)).toBeDefined()
})

it('a page that was deleted is not found, and the others are', async () => {
  const { root, found } = builtFolder()
  rmSync(path.join(root, 'issues/late.md'))
  expect(await found('invoices')).toEqual([TWICE])
})

it('after another build, its index is the one', async () => {
  const { save, build, found } = builtFolder()
  save('issues/late.md', issue({ title: 'Quokkas arrive late' }))
  expect(await found('quokkas')).toEqual([LATE])
  build()
  expect(await found('quokkas')).toBeUndefined()
})

it('the search ranks as that of the site: by the terms, synonyms and boosts of site.yaml', async () => {
  const site = `${SITE}terms: { runbook: { one: disk guide } }\nsearchBoosts: { runbook: 2, issue: 0.5 }\nsynonyms: [[payments, remittances]]\n`
  const { save, found } = builtFolder(site)
  save('issues/late.md', issue({ title: 'Payments arrive late' }))
  save('issues/twice.md', issue({ title: 'Payments' }))
  expect((await found('remittances'))?.[0]).toBe(PAYMENTS)
  expect((await found('payments disk guide'))?.[0]).toBe(PAYMENTS)
  expect(await found('turquoise')).toEqual([PAYMENTS])
})
