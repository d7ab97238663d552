import { describe, expect, it } from 'vitest'
import { drawMermaid, type Drawing } from '../../../src/content/gate/mermaid/index.ts'

const drawn = (source: string): Drawing => {
  const drawing = drawMermaid(source, 'd')
  if (typeof drawing === 'string') throw new Error(drawing)
  return drawing
}

describe('a drawing in Mermaid', () => {
  it.each([
    [
      'a flowchart',
      'flowchart TD\n A[Lag grows] -->|yes| B{Is a loader reading?}',
      'Lag grows → Is a loader reading?: yes',
    ],
    ['a flowchart whose words come later', 'graph TD;\nA-->B;\nA[First];\nB[Second];', 'First → Second'],
    ['words within a dotted arrow', 'graph LR\n A -.maybe.-> B', 'A → B: maybe'],
    ['a group that is named after its boxes', 'graph TD\n A --> B\n subgraph Inner\n B\n end', 'A → B'],
    ['a sequence', 'sequenceDiagram\n autonumber\n Alice->>Bob: Hello', 'Alice → Bob: Hello'],
    ['states', 'stateDiagram-v2\n [*] --> Running\n Running --> [*]: it ends', 'Running → End: it ends'],
    ['entities', 'erDiagram\n CUSTOMER ||--o{ ORDER : places', 'CUSTOMER → ORDER: places'],
    ['classes', 'classDiagram\n Base <|-- Derived : is', 'Base → Derived: is'],
    ['words from right to left', 'flowchart TD\n A[اختبار] --> B[نص]', 'اختبار → نص'],
  ])('is drawn with the same in words: %s', (_, source, words) => {
    const { svg, text } = drawn(source)
    expect(text).toContain(words)
    expect(svg).toMatch(/^<svg role="img" aria-label="[^"]+" viewBox/)
  })

  it.each([
    ['another kind', 'gantt\n title Plan', 'The site draws no "gantt".'],
    ['nothing', '  ', 'It is empty.'],
    ['an arrow that the library drops', 'graph TD\n A --> B\n B --o C', 'The drawing would lack an arrow.'],
    ['columns that the library drops', 'erDiagram\n ORDER { int number PK\n }', 'The drawing would lack'],
  ])('is not drawn at all where it would mislead: %s', (_, source, reason) => {
    expect(drawMermaid(source, 'd')).toContain(reason)
  })

  it('asks no other host for anything, runs nothing and leads nowhere, whatever its source says', () => {
    const { svg } = drawn(
      [
        '%%{init: {"themeCSS": "@import url(https://example.com/x.css)"}}%%',
        'flowchart TD',
        ' A["<img src=x onerror=alert(1)>safe"] --> B["<b>bold</b>"]',
        ' click A "javascript:alert(1)"',
        ' style A fill:url(https://example.com/a)',
        ' classDef red fill:url(https://example.com/b)',
        ' class B red',
      ].join('\n'),
    )
    const tags = svg.match(/<[^>]*>/g)?.join('') ?? ''
    expect(tags).not.toMatch(/https?:|javascript|onerror|<style|<script|<a |<img|style=/)
  })

  it('has the colors of the site, and ids of its own', () => {
    const { svg } = drawn('flowchart TD\n A --> B')
    expect(svg).not.toMatch(/var\(--_|#[0-9a-f]{3,6}\b/i)
    expect([...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'd-arrowhead',
      'd-arrowhead-start',
    ])
    expect(svg).toContain('marker-end="url(#d-arrowhead)"')
  })

  it('from left to right is drawn from top to bottom, where a phone would have to scroll', () => {
    const steps = Array.from(
      { length: 6 },
      (_, step) => `S${String(step)}[A long step] --> S${String(step + 1)}`,
    )
    const { svg } = drawn(`flowchart LR\n${steps.join('\n')}`)
    expect(Number(/ width="([\d.]+)"/.exec(svg)?.[1])).toBeLessThan(350)
  })

  it('is called by its title', () => {
    expect(drawn('---\ntitle: "What to do"\n---\nflowchart TD\n A --> B').svg).toContain(
      'aria-label="Flowchart: What to do"',
    )
  })
})
