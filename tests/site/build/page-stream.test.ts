import { describe, expect, it } from 'vitest'
import { withoutSearchFacts } from '../../../src/site/build/page-stream.ts'

describe('a page as readers get it', () => {
  it.each([
    [
      '<meta name="search:title" data-pagefind-meta="title[content]" content="a > b"><title>x</title>',
      '<title>x</title>',
    ],
    [
      '<meta name="search:filter-kind" content="issue"/><meta name="description" content="d">',
      '<meta name="description" content="d">',
    ],
    ['<details class="tested" data-pagefind-ignore=""><summary>', '<details class="tested"><summary>'],
    // As Astro writes it on a custom element.
    ['<page-toc class="no-print" data-pagefind-ignore="true"> <nav>', '<page-toc class="no-print"> <nav>'],
    [
      '<details class="tested" data-pagefind-ignore="" data-mark="not tested"><summary>',
      '<details class="tested"><summary>',
    ],
    [
      '<code>&lt;meta name="search:title" content="x"&gt;</code>',
      '<code>&lt;meta name="search:title" content="x"&gt;</code>',
    ],
    ['<p>write data-pagefind-ignore in it</p>', '<p>write data-pagefind-ignore in it</p>'],
  ])('has no facts for the index alone: %s', (html, shown) => {
    expect(withoutSearchFacts(html)).toBe(shown)
  })
})
