import prettier from 'prettier'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type PublishedWeek } from '../../../src/oncall/index.ts'
import { updatePublished } from '../../../src/calendar/publish/published-yaml.ts'
import { calendarOf, rota } from '../feeds/sources.ts'

const weeks = calendarOf(rota()).publishable('2026-03-01')
const first = weeks.slice(0, 2)

const BY_HAND = `# Agreed with the team on 15 December.
- start: 2025-12-29   # the first
  engineer: "engineer-a"
  cycle: 2025-12-29
  members: [engineer-a, engineer-b, engineer-c, engineer-d]
  plain: engineer-a
  holidays:
    # worked by A
    2026-01-01: New Year's Day
  daysOff: []
  absences: [] # none

# A note between two weeks.
-   start: 2026-01-05
    engineer: engineer-b
    cycle: 2025-12-29
    plain: engineer-b
    holidays: {}
# The end.
`

describe('the published file', () => {
  it('is written in the form of the design, with a word on what it is', () => {
    expect(updatePublished('', weeks.slice(0, 5))).toMatchInlineSnapshot(`
      "# Weeks already announced: they never move by themselves.
      # Written by \`npm run oncall -- publish\`; commit it, so that everybody sees the same weeks.
      - start: 2025-12-29
        engineer: engineer-a
        cycle: 2025-12-29
        members: [engineer-a, engineer-b, engineer-c, engineer-d]
        plain: engineer-a
        holidays: { 2026-01-01: New Year's Day }
        daysOff: []
        absences: []
      - start: 2026-01-05
        engineer: engineer-b
        cycle: 2025-12-29
        plain: engineer-b
        holidays: {}
        daysOff: []
        absences: []
      - start: 2026-01-12
        engineer: engineer-c
        cycle: 2025-12-29
        plain: engineer-c
        holidays: {}
        daysOff: []
        absences: []
      - start: 2026-01-19
        engineer: engineer-d
        cycle: 2025-12-29
        plain: engineer-d
        holidays: { 2026-01-19: Martin Luther King Jr. Day }
        daysOff: []
        absences: []
      - start: 2026-01-26
        engineer: engineer-a
        cycle: 2026-01-26
        members: [engineer-a, engineer-b, engineer-c, engineer-d]
        plain: engineer-a
        holidays: {}
        daysOff: [{ date: 2026-01-26, cover: engineer-c, for: 2026-01-01, name: New Year's Day }]
        absences: []
      "
    `)
  })

  it('is in the form that the formatter wants, also where a line grows long', async () => {
    const crowded: PublishedWeek[] = [
      ...weeks,
      {
        ...first[0],
        holidays: {
          '2026-01-01': "New Year's Day, observed: a: b",
          '2026-01-02': 'Übernächster {Feiertag} # 2',
          '2026-01-03': 'x'.repeat(80),
        },
        daysOff: ['2025-12-29', '2025-12-30', '2025-12-31'].map((date) => ({
          date,
          cover: 'engineer-c',
          for: '2025-12-25',
        })),
      } as PublishedWeek,
    ]
    const text = updatePublished('', crowded)
    expect(parse(text)).toEqual(crowded)
    const config = await prettier.resolveConfig('content/published/x.yaml')
    expect(await prettier.format(text, { ...config, plugins: [], parser: 'yaml' })).toBe(text)
  })

  it('keeps every byte when nothing changes', () => {
    expect(updatePublished(BY_HAND, first)).toBe(BY_HAND)
  })

  it('keeps every byte that stands, and appends', () => {
    const text = updatePublished(BY_HAND, weeks)
    expect(text.startsWith(BY_HAND)).toBe(true)
    expect(parse(text)).toHaveLength(weeks.length)
    expect(updatePublished(text, weeks)).toBe(text)
  })

  it('changes only the values that differ, with the comments around them', () => {
    const [a, b] = first
    if (!a || !b) throw new Error('two weeks are needed')
    const text = updatePublished(BY_HAND, [
      { ...a, engineer: 'engineer-d', absences: [{ date: '2026-01-02', cover: 'engineer-c' }] },
      { ...b, holidays: { '2026-01-06': 'Epiphany' } },
    ])
    expect(text).toBe(
      BY_HAND.replace('"engineer-a"', 'engineer-d')
        .replace('absences: [] # none', 'absences: [{ date: 2026-01-02, cover: engineer-c }] # none')
        .replace('holidays: {}', 'holidays: { 2026-01-06: Epiphany }'),
    )
  })

  it('changes a value written as a block', () => {
    const [a, b] = first
    if (!a || !b) throw new Error('two weeks are needed')
    const text = updatePublished(BY_HAND, [{ ...a, holidays: {} }, b])
    expect(text).toBe(
      BY_HAND.replace("holidays:\n    # worked by A\n    2026-01-01: New Year's Day", 'holidays: {}'),
    )
  })

  it.each([
    ['an empty file', ''],
    ['comments alone', '# Nothing yet.\n'],
    ['an empty list', '[]\n'],
    [
      'a list in brackets',
      `# Head.\n[{ start: 2025-12-29, engineer: engineer-a, cycle: 2025-12-29, plain: engineer-a }]\n`,
    ],
    ['no line break at the end', BY_HAND.trimEnd()],
    ['line breaks of Windows', BY_HAND.replaceAll('\n', '\r\n')],
  ])('grows from %s', (_, text) => {
    const grown = updatePublished(text, weeks)
    expect(parse(grown)).toEqual(
      weeks.map((week, index) => (index === 1 && text.includes('A note') ? withoutEmpty(week) : week)),
    )
    expect(grown.startsWith(/^#.*/.exec(text)?.[0] ?? '')).toBe(true)
    expect(updatePublished(grown, weeks)).toBe(grown)
  })
})

/** The second week of the file above leaves out what is empty. */
function withoutEmpty({ daysOff: _daysOff, absences: _absences, ...week }: PublishedWeek): object {
  return week
}
