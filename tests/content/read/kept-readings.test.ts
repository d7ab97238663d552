import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Kept, keepIn } from '../../../src/content/read/kept.ts'
import type { ContentDocument } from '../../../src/content/read/load.ts'
import { ContentStore } from '../../../src/content/read/store.ts'
import { FIXTURE } from '../../support/built-sites.ts'
import { withContent } from '../check/broken-content.ts'

let parses = 0
const count = () => (parses += 1)
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kept-readings-'))
  parses = 0
  subscribe('watchbook:parse', count)
})
afterEach(() => {
  unsubscribe('watchbook:parse', count)
  keepIn(undefined)
  rmSync(folder, { recursive: true, force: true })
})

/** Reads as a process does that has what others have kept; where the content passes the check, it keeps more. */
function readAsNextProcess(root: string, isSound = true) {
  const kept = new Kept(path.join(folder, 'kept'), () => 'code')
  keepIn(kept)
  const store = new ContentStore(path.resolve(root))
  const content = store.read()
  if (isSound) store.keep()
  kept.save()
  return content
}

/** All that a document says, with the place of each of its fields. */
function shown(document: ContentDocument) {
  const { data, written, text, body, bodyOffset, bodyLine, isDivided, kind, id, isIndex, file } = document
  const fields = typeof written === 'object' && written !== null ? Object.keys(written) : []
  const places = fields.flatMap((field) => [
    document.placeOf([field]),
    document.placeOf([field], 'key'),
    document.offsetOf([field]),
  ])
  const end = document.placeAt(text.length)
  return { data, written, text, body, bodyOffset, bodyLine, isDivided, kind, id, isIndex, file, places, end }
}

it.for([{ root: 'content' }, { root: FIXTURE }])(
  'what was kept of each file of $root is all that it says, and nothing of it is parsed',
  ({ root }) => {
    const first = readAsNextProcess(root)
    const before = parses
    const second = readAsNextProcess(root)
    expect(parses).toBe(before)
    expect(second.documents.map(shown)).toEqual(first.documents.map(shown))
    expect(second.findings).toEqual(first.findings)
  },
)

it('a file that was edited between two processes is read again, and no other one', () => {
  withContent((root) => {
    readAsNextProcess(root)
    const file = path.join(root, 'site.yaml')
    // As long as before, and at the same time: only its bytes say that it is another.
    writeFileSync(file, 'name: Maet\ndescription: Words.\ndefaultRota: on-call\n')
    const before = parses
    expect(readAsNextProcess(root).site?.data.name).toBe('Maet')
    expect(parses - before).toBe(1)
  })
})

it('nothing is kept of a file with a mistake, nor of a content that has not passed the check', () => {
  withContent((root) => {
    writeFileSync(path.join(root, 'site.yaml'), 'name: 7\ndescription: Words.\n')
    const { findings, documents } = readAsNextProcess(root, false)
    expect(findings).not.toEqual([])
    let before = parses
    expect(readAsNextProcess(root).findings).toEqual(findings)
    expect(parses - before).toBe(documents.length)
    before = parses
    expect(readAsNextProcess(root).findings).toEqual(findings)
    expect(parses - before).toBe(1)
  })
})
