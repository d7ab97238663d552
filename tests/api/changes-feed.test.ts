import { parseAtomFeed } from 'feedsmith'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { atomFeed, type FeedEntry } from '../../src/api/changes-feed.ts'

const entry: FeedEntry = {
  title: 'Late data was edited',
  kind: 'edited',
  commit: '0123456789abcdef',
  url: 'https://watchbook.example/issues/late-data/',
  at: '2026-11-20T09:00:00.000Z',
  summary: 'Say what to do first',
  concerns: ['engagement', 'data-engineering'],
}
const frame = {
  name: 'Watchbook',
  self: 'https://watchbook.example/changes.xml',
  page: 'https://watchbook.example/changes/',
}
const feedOf = (entries: readonly FeedEntry[] | undefined) => {
  const text = atomFeed({ ...frame, entries })
  expectWellFormed(text)
  return parseAtomFeed(text)
}

describe('the feed of changes, read by a feed reader', () => {
  it('has what RFC 4287 asks of a feed', () => {
    const feed = feedOf([entry])
    expect(feed.id).toBe(frame.self)
    expect(feed.title?.value).toBe('Watchbook: what changed')
    expect(feed.authors).toEqual([{ name: 'Watchbook' }])
    expect(feed.links).toEqual([{ href: frame.self, rel: 'self' }, { href: frame.page }])
    expect(feed.updated).toBe('2026-11-20T09:00:00.000Z')
  })

  it('has what RFC 4287 asks of an entry, and whom it concerns', () => {
    expect(feedOf([entry]).entries).toEqual([
      {
        id: 'https://watchbook.example/issues/late-data/#edited-0123456789ab',
        title: { value: 'Late data was edited' },
        links: [{ href: entry.url }],
        updated: entry.at,
        summary: { value: 'Say what to do first' },
        categories: [{ term: 'engagement' }, { term: 'data-engineering' }],
      },
    ])
  })

  it('was updated when its newest entry was, whatever the order of the history', () => {
    const later = { ...entry, commit: 'fedcba9876543210', at: '2026-11-21T09:00:00.000Z' }
    expect(feedOf([entry, later]).updated).toBe(later.at)
  })

  it.each([
    ['markup', '<script>alert("1")</script> & <![CDATA[ ]]> <!-- -- -->'],
    ['an entity that XML does not have', '&nbsp; &amp; &#0; &unknown;'],
    ['the end of an element', '</title></entry></feed>'],
    ['quotes', `"double" and 'single'`],
    ['letters of other scripts', 'Łukasz 日本語 👩🏽‍💻 ‮right to left'],
  ])('keeps %s in a title, a summary and a category as they are', (_, text) => {
    const [read] = feedOf([{ ...entry, title: text, summary: text, concerns: [text] }]).entries ?? []
    expect(read?.title?.value).toBe(text)
    expect(read?.summary?.value).toBe(text)
    expect(read?.categories).toEqual([{ term: text }])
  })

  it('leaves out what no XML can hold', () => {
    const text = 'a\u0000b\u0008c\u001bd\ud800e\ufffff'
    const [read] = feedOf([{ ...entry, title: text }]).entries ?? []
    expect(read?.title?.value).toBe('abcd\ufffdef')
  })

  it('says so where nobody knows what changed, and is still a feed', () => {
    const feed = feedOf(undefined)
    expect(feed.subtitle?.value).toMatch(/^Nobody knows what changed/)
    expect(feed.updated).toBe('1970-01-01T00:00:00.000Z')
    expect(feed.entries ?? []).toEqual([])
  })

  it('has no entries and no excuse where nothing has changed yet', () => {
    const feed = feedOf([])
    expect(feed.subtitle).toBeUndefined()
    expect(feed.entries ?? []).toEqual([])
  })
})

/** A strict reader: feed readers forgive what other programs refuse. */
function expectWellFormed(text: string): void {
  const problems: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', ({ message }) => problems.push(message))
  parser.write(text).close()
  expect(problems).toEqual([])
}
