import { describe, expect, it } from 'vitest'
import { engineerFeed, rotaFeed } from '../../../src/calendar/feeds/ical.ts'
import { type PublishedWeek } from '../../../src/oncall/index.ts'
import { calendarOf, read, rota, source, uids } from './sources.ts'

const runbooks = {
  onboarding: { minutes: 30, runbooks: ['Engagement'] },
  monthEnd: { runbooks: ['Aggregate'] },
}

describe('an event is known by its slot', () => {
  it('which names no engineer', () => {
    expect(uids(rotaFeed(source(rota(), runbooks))).filter((uid) => uid.includes('engineer-'))).toEqual([])
  })

  it('and no two events share one', () => {
    const input = rota({ overrides: [{ from: '2026-03-03', to: '2026-03-04', engineer: 'engineer-c' }] })
    for (const feed of [
      rotaFeed(source(input, runbooks)),
      engineerFeed(source(input, runbooks), 'engineer-c'),
    ]) {
      expect(new Set(uids(feed)).size).toBe(uids(feed).length)
    }
  })

  it('and no event of one site has the id of another, whose rota is the same', () => {
    const ids = (site: string) => uids(rotaFeed(source(rota(), { ...runbooks, site })))
    const [ours, theirs] = [ids('github.com-team-runbooks'), ids('github.com-other-runbooks')]
    expect(ours.length).toBeGreaterThan(50)
    expect(ours.filter((uid) => theirs.includes(uid))).toEqual([])
    expect(ids('github.com-team-runbooks')).toEqual(ours)
  })

  const before = rotaFeed(source(rota(), runbooks))

  it.each([
    ['two turns next to each other', '2026-03-02', '2026-03-09'],
    ['a turn that starts with a day off, with the next', '2026-01-26', '2026-02-02'],
    ['two turns months apart', '2026-04-06', '2026-07-20'],
  ])('so swapping %s by override deletes no event', (_, first, second) => {
    const weeks = calendarOf(rota()).year(2026).weeks
    const holder = (start: string) => weeks.find((week) => week.start === start)?.engineer ?? ''
    const days = (from: string) => ({
      from,
      to: new Date(Date.parse(from) + 6 * 86_400_000).toISOString().slice(0, 10),
    })
    const after = rotaFeed(
      source(
        rota({
          overrides: [
            { ...days(first), engineer: holder(second), reason: 'Swap' },
            { ...days(second), engineer: holder(first), reason: 'Swap' },
          ],
        }),
        runbooks,
      ),
    )
    expect(uids(before).filter((uid) => !uids(after).includes(uid))).toEqual([])
    const main = `data-engineering-${first}@watchbook`
    expect(read(after).get(main)?.summary).toContain(
      `${holder(second).slice(-1).toUpperCase()} on call (Swap)`,
    )
    expect(read(before).get(main)?.summary).not.toEqual(read(after).get(main)?.summary)
  })

  it('so swapping the engineers of two published weeks deletes no event', () => {
    const published = calendarOf(rota()).publishable('2026-03-30').map(withoutDaysOff)
    const swapped = published.map((week, index): PublishedWeek => {
      const other = { 9: published[10], 10: published[9] }[index]
      return other ? { ...week, engineer: other.engineer } : week
    })
    const [was, is] = [published, swapped].map((weeks) =>
      rotaFeed(source(rota({ published: weeks }), runbooks)),
    )
    expect(is).not.toBe(was)
    expect(uids(was ?? '').filter((uid) => !uids(is ?? '').includes(uid))).toEqual([])
  })

  it('so another order of the rotation deletes no turn', () => {
    const after = rotaFeed(
      source(rota({ rotation: ['engineer-d', 'engineer-b', 'engineer-a', 'engineer-c'] }), runbooks),
    )
    const turns = uids(before).filter((uid) => /^data-engineering-\d{4}-\d\d-\d\d@/.test(uid))
    expect(turns.length).toBe(105)
    expect(turns.filter((uid) => !uids(after).includes(uid))).toEqual([])
  })

  it.each([
    ['at its start', { from: '2026-05-18', to: '2026-05-18' }],
    ['in its middle', { from: '2026-05-20', to: '2026-05-21' }],
    ['for most of it', { from: '2026-05-18', to: '2026-05-22' }],
  ])('so a week whose engineer is away %s keeps its event, shortened', (_, away) => {
    const main = 'data-engineering-2026-05-18@watchbook'
    const planned =
      calendarOf(rota())
        .year(2026)
        .weeks.find((week) => week.start === '2026-05-18')?.engineer ?? ''
    const absent = { name: 'Engineer Away', unavailable: [away] }
    const input = rota({
      engineers: { ...rota().engineers, [planned]: absent },
      // What is published does not move out of the way of the leave.
      published: calendarOf(rota())
        .publishable('2026-05-24')
        .map((week) =>
          week.start === '2026-05-18'
            ? { ...week, absences: datesOf(away).map((date) => ({ date, cover: coverFor(planned) })) }
            : week,
        ),
    })
    const after = read(rotaFeed(source(input)))
    expect(after.get(main)?.summary).toBe('Engineer Away on call')
    expect(length(after.get(main))).toBeLessThan(length(read(before).get(main)))
  })

  it('so a day off that moves keeps its event, and so does its cover', () => {
    const slots = [
      'data-engineering-day-off-2026-01-01@watchbook',
      'data-engineering-day-off-2026-01-01-cover@watchbook',
    ]
    const { date, engineer } = calendarOf(rota()).year(2026).daysOff[0] ?? {
      date: '',
      engineer: '',
    }
    const away = { name: 'Engineer Away', unavailable: [{ from: date, to: date }] }
    const after = read(rotaFeed(source(rota({ engineers: { ...rota().engineers, [engineer]: away } }))))
    for (const slot of slots) {
      expect(after.get(slot)?.start).toBeInstanceOf(Date)
      expect(after.get(slot)?.start).not.toEqual(read(before).get(slot)?.start)
    }
  })
})

function withoutDaysOff(week: PublishedWeek): PublishedWeek {
  return { ...week, daysOff: [] }
}

function datesOf({ from, to }: { from: string; to: string }): string[] {
  const dates = []
  for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000) {
    dates.push(new Date(time).toISOString().slice(0, 10))
  }
  return dates
}

function coverFor(planned: string): string {
  return planned === 'engineer-a' ? 'engineer-b' : 'engineer-a'
}

function length(event: { start: Date; end?: Date } | undefined): number {
  return (event?.end?.getTime() ?? NaN) - (event?.start.getTime() ?? NaN)
}
