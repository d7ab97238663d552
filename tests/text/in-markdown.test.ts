import { expect, it } from 'vitest'
import { inMarkdown, plainMarkdown } from '../../src/text/in-markdown.ts'
import { llmsFiles } from '../../src/site/build/markdown/llms.ts'
import { isForeign, liveInMarkdown } from '../support/hostile/outputs.ts'
import { HOSTILE_TEXTS } from '../support/hostile/texts.ts'

const TEXTS = HOSTILE_TEXTS.flatMap((text) => [
  text,
  `https://a.example/x${text}`,
  `www.a.example/${text}`,
  `a@b.example${text}`,
  `${text} ${text}`,
])

it.each([
  ['an answer for an assistant', inMarkdown],
  ['the summary of a pull request', plainMarkdown],
])('in %s nothing of a field is live', (_, write) => {
  const live = TEXTS.flatMap((text) => liveInMarkdown(`x ${write(text)} x`, (url) => !isForeign(url)))
  expect(live).toEqual([])
})

it('a text of a forge is one line, a whole cell, and calls nobody', () => {
  for (const text of TEXTS) expect(plainMarkdown(`${text}\n${text}`)).not.toMatch(/\n|(?<!\\)\||@\w/)
})

it('a text without signs of Markdown stays as it is', () => {
  for (const write of [inMarkdown, plainMarkdown])
    expect(write('Orders are late (2 days), 50 %: https://a.example/x')).toBe(
      'Orders are late (2 days), 50 %: https://a.example/x',
    )
})

it('a long text of addresses is read once', () => {
  const started = process.cpuUsage().user
  inMarkdown('www.'.repeat(100_000))
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(20)
})

it('in the lists for assistants no name, title, description or kind is live', () => {
  const live = TEXTS.flatMap((text) => {
    const page = {
      title: text,
      description: text,
      kind: 'issue',
      url: 'https://a.example/x/index.md',
      text: '',
    }
    const files = llmsFiles({
      name: text,
      description: text,
      pages: [page, { ...page, kind: undefined }],
      titles: new Map([['issue', text]]),
      address: (file) => `https://a.example/${file}`,
    })
    return [...files.values()].flatMap((file) => liveInMarkdown(file, (url) => !isForeign(url)))
  })
  expect(live).toEqual([])
})
