import { describe, expect, it } from 'vitest'
import { engineOf, type FakePage } from './memory-index.ts'

const LINE =
  'The backup of the billing tables stops after the export, because the BackupAgent has lost its lease on the store of the archive.'
const FILLER = Array.from({ length: 12 }, (_, index) => ({
  id: `page-${String(index)}`,
  title: `Page ${String(index)}`,
  text: `The weather of day ${String(index)}.`,
}))
const first = async (pages: readonly FakePage[], query: string) =>
  (await (await engineOf([...pages, ...FILLER])).search(query)).found[0]?.id

describe('a text that one page alone has in one piece', () => {
  const owner = { id: 'owner', title: 'Archive', text: `What is seen. ${LINE} What to do.` }

  it('finds that page, though a name in it is of another page', async () => {
    const named = { id: 'agent', title: 'Agent', names: ['BackupAgent'], text: 'The agent.' }
    expect(await first([named, owner], LINE)).toBe('owner')
  })

  it('finds that page, though another one that has nearly all of it counts more', async () => {
    const query = 'The backup of the billing tables stops after the long export of archives'
    const list = {
      id: 'list',
      title: 'Backup of the billing tables stops',
      keywords: ['billing tables', 'export', 'archives'],
      text: 'The backup of the billing tables stops after the long export, and others of archives.',
    }
    const said = { id: 'said', title: 'Archive', text: `${query}.` }
    expect(await first([list, said], query)).toBe('said')
  })

  it('does not come before the page of the error where two pages have it', async () => {
    const named = { id: 'agent', title: 'Agent', names: ['BackupAgent'], text: LINE }
    expect(await first([owner, named], LINE)).toBe('agent')
  })
})
