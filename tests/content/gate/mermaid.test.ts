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
    [
      'boxes whose names begin like orders',
      'flowchart TD\n click-through --> style-guide\n class-a --> click-through',
      'click-through → style-guide',
    ],
    ['several boxes at once', 'flowchart TD\n A & B --> C & D\n C -- x & y --> E', 'B → D'],
    ['a message about an arrow', 'sequenceDiagram\n A->>B: sends a->b, c-->>d', 'A → B: sends a->b, c-->>d'],
    ['a box about an arrow', 'flowchart TD\n A[x --> y] -->|a --> b| B', 'x --> y → B: a --> b'],
    ['a state about an arrow', 'stateDiagram-v2\n s1 --> s2 : a --> b', 's1 → s2: a --> b'],
    [
      'signs by their names and numbers',
      'flowchart TD\n A["say #quot;hi#quot; #35;1 #lt;b#gt; #9829;"] --> B["#0; #55296; #foo;"]',
      'say "hi" #1 <b> ♥ → #0; #55296; #foo;',
    ],
    ['a member called title', 'classDiagram\n class A {\n title: String\n }\n A --> B', 'title : String'],
    [
      'relations of every form that the library knows',
      'classDiagram\n A <|-- B\n C *-- D\n E o-- F\n G -- H\n I ..|> J',
      'I → J',
    ],
    ['words from right to left', 'flowchart TD\n A[اختبار] --> B[نص]', 'اختبار → نص'],
  ])('is drawn with the same in words: %s', (_, source, words) => {
    const { svg, text } = drawn(source)
    expect(text).toContain(words)
    expect(svg).toMatch(/^<svg role="img" aria-label="[^"]+" viewBox/)
  })

  it.each([
    ['another kind', 'gantt\n title Plan', 'The site draws no "gantt".'],
    ['nothing', '  ', 'It is empty.'],
    [
      'one arrow 400 times, which would keep the builder busy for minutes',
      `graph TD\n${'a-->b\n'.repeat(400)}`,
      'It has 400 arrows, and more than 150 cannot be read.',
    ],
    [
      'all of 20 with all of 20',
      `graph TD\n${Array.from({ length: 20 }, (_, at) => `a${String(at)}`).join(' & ')} --> ${Array.from({ length: 20 }, (_, at) => `b${String(at)}`).join(' & ')}`,
      'It has 400 arrows, and more than 150 cannot be read.',
    ],
    [
      'more states than anybody reads',
      `stateDiagram-v2\n${'s --> t\n'.repeat(200)}`,
      'It has 200 arrows, and more than 150 cannot be read.',
    ],
    ['an arrow that the library drops', 'graph TD\n A --> B\n B --o C', 'The drawing would lack an arrow.'],
    ['an arrow beside several', 'graph TD\n A --> B & C & D\n E --x F', 'The drawing would lack an arrow.'],
    [
      'relations of entities that the library drops',
      'erDiagram\n A ||--o{ B : x\n B }o--o{ C : x\n A }o--o{ C : x',
      'The drawing would lack an arrow.',
    ],
    ['relations in words', 'erDiagram\n A ||--o{ B : ""\n A many(1) to one B : ""', 'lack an arrow'],
    ['relations of classes that the library drops', 'classDiagram\n A --> B\n A <--> B', 'lack an arrow'],
    [
      'a group that is the end of an arrow, which the library draws a second time',
      'flowchart TD\n subgraph Host\n sw\n subgraph P[Inner]\n eth\n end\n sw --> P\n end',
      'A group would be drawn twice.',
    ],
    [
      'two arrows that the library leads along one line',
      'flowchart TD\n C --> F\n A --> F\n C --> E\n A --> B',
      'lead to wrong boxes',
    ],
    [
      'a frame within a frame, whose names the library writes over each other',
      'sequenceDiagram\n A->>B: x\n loop every hour of the day\n par one after the other\n A->>B: y\n and\n B->>A: z\n end\n end',
      'Words would be written over each other.',
    ],
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

  it.each([
    ['in brackets', 'class A {\n +run(key: String): Result\n }'],
    ['in brackets, without a colon', 'class A {\n +run(key: String) Result\n }'],
    ['on a line of its own', 'class A\n A : +run(key: String): Result'],
  ])('says once what a method returns: %s', (_, source) => {
    const { svg, text } = drawn(`classDiagram\n ${source}\n A --> B`)
    expect(text.join('\n')).toContain('+ run(key: String) : Result')
    expect(svg.replace(/<[^>]*>/g, '')).not.toMatch(/:\s*:/)
  })

  it('writes nothing into an entity of which only its relations are said', () => {
    const { svg, text } = drawn('erDiagram\n A ||--o{ B : x')
    expect(`${svg} ${text.join(' ')}`).not.toContain('attributes')
  })

  it('keeps signs by their names text', () => {
    const { svg } = drawn('flowchart TD\n A["#lt;script#gt;alert(1)#lt;/script#gt; #quot;"] --> B')
    expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &quot;')
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

  /** Whether a line of the drawing goes into one of its boxes: lines only touch those at their ends. */
  const crosses = (svg: string) => {
    const numbers = (list: string, name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(list)?.[1])
    const boxes = [...svg.matchAll(/<rect [^>]*>/g)].map(([tag]) => ({
      x: numbers(tag, 'x') + 3,
      y: numbers(tag, 'y') + 3,
      right: numbers(tag, 'x') + numbers(tag, 'width') - 3,
      bottom: numbers(tag, 'y') + numbers(tag, 'height') - 3,
    }))
    return [...svg.matchAll(/<polyline [^>]*points="([^"]*)"/g)].some(([, points = '']) => {
      const corners = points.split(' ').map((point) => point.split(',').map(Number))
      return corners.slice(1).some(([x = 0, y = 0], place) => {
        const [left = 0, top = 0] = corners[place] ?? []
        return boxes.some(
          (box) =>
            Math.max(x, left) > box.x &&
            Math.min(x, left) < box.right &&
            Math.max(y, top) > box.y &&
            Math.min(y, top) < box.bottom,
        )
      })
    })
  }

  it.each([
    'graph TD\n partition --> row\n row --> cell\n row --> collection\n collection --> cell',
    'graph LR\n a[First] --> b[Second] & c[Third]\n b --> c\n c --> d\n a --> d',
  ])('leads no arrow through a box of others: %s', (source) => {
    const { svg } = drawn(source)
    expect(crosses(svg)).toBe(false)
    expect(svg).not.toContain('·')
  })

  it('has room for the long name of a small group', () => {
    const { svg } = drawn(`flowchart TD\n subgraph G[${'metrics of statements '.repeat(3)}]\n A --> B\n end`)
    expect(Number(/ width="([\d.]+)"/.exec(svg)?.[1])).toBeGreaterThan(400)
  })

  it('writes a message of several lines beside its arrow, and a note within its box', () => {
    const { svg } = drawn('sequenceDiagram\n A->>B: one<br/>two\n note over A: three<br>four')
    expect(svg).toContain('>one two<')
    expect(svg).toContain('>three four<')
  })

  it('is called by its title', () => {
    expect(drawn('---\ntitle: "What to do"\n---\nflowchart TD\n A --> B').svg).toContain(
      'aria-label="Flowchart: What to do"',
    )
  })
})
