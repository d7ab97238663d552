import { describe, expect, it } from 'vitest'
import { fileOf } from '../../../src/calendar/changes/file.ts'
import { newFileUrl } from '../../../src/calendar/changes/forge.ts'
import {
  coverPartners,
  leavePartners,
  swapPartners,
  turnsOf,
} from '../../../src/calendar/changes/partners.ts'
import { propose, type Situation } from '../../../src/calendar/changes/propose.ts'
import type { Change } from '../../../src/calendar/changes/change.ts'
import { dateHolidays } from '../../../src/oncall/date-holidays.ts'
import { type RotaInput } from '../../../src/oncall/index.ts'
import { calendarOf, rota } from '../feeds/sources.ts'

function situation(parts: Partial<RotaInput> = {}): Situation {
  const plain = rota({ second: 'next', ...parts })
  // Announced through the spring, so that what is tried out moves nothing else there.
  const published = calendarOf(plain).publishable('2026-06-28')
  const input = { ...plain, published }
  return {
    rota: input,
    holidays: dateHolidays,
    today: '2026-01-20',
    years: [2026, 2027],
    calendar: calendarOf(input),
  }
}

const at = situation()
const weeks = at.calendar.year(2026).weeks
const holder = (start: string) => weeks.find((week) => week.start === start)?.engineer ?? ''
const swap: Change = {
  kind: 'swap',
  stretches: [
    { from: '2026-01-26', to: '2026-02-01', engineer: holder('2026-02-02') },
    { from: '2026-02-02', to: '2026-02-08', engineer: holder('2026-01-26') },
  ],
}
const name = (id: string) => at.rota.engineers[id]?.name ?? id

describe('a swap', () => {
  const { effects, problems, notice } = propose(at, swap)

  it('says who takes which days, and where the day off goes that lay in them', () => {
    expect(problems).toEqual([])
    const [a, b] = [holder('2026-01-26'), holder('2026-02-02')].map(name)
    expect(effects).toContain(`${a ?? ''} takes 2–8 Feb from ${b ?? ''}.`)
    expect(effects.join('\n')).toMatch(
      new RegExp(
        `The day off of ${a ?? ''} for New Year's Day (moves from Mon 26 Jan to|does not fit on Mon 26 Jan)`,
      ),
    )
    expect(notice).toBe('The first change is in 6 days.')
  })

  it('is one file, whose name is free and whose text is the change', () => {
    const file = fileOf('data-engineering', swap, name)
    const again = fileOf('data-engineering', swap, name, [file.name.replace('.yaml', '')])
    expect(again.name).toBe(file.name.replace('.yaml', '-2.yaml'))
    expect(file.folder).toBe('overrides')
    expect(file.text).toMatch(
      /^rota: data-engineering\nshifts:\n( {2}- \{ from: 2026-0.*\}\n){2}reason: Swap of Engineer . and Engineer .\n$/,
    )
  })

  it('opens at the forge with its name, text and message filled in', () => {
    const file = fileOf('data-engineering', swap, name)
    const place = { repository: 'https://example.com/a/b/', branch: 'main', content: 'content' }
    const github = new URL(newFileUrl({ ...place, kind: 'github' }, file))
    expect(github.pathname).toBe('/a/b/new/main/content/overrides')
    expect(github.searchParams.get('value')).toBe(file.text)
    expect(github.searchParams.get('filename')).toBe(file.name)
    const gitlab = new URL(newFileUrl({ ...place, kind: 'gitlab' }, file))
    expect(gitlab.pathname).toBe('/a/b/-/new/main')
    expect(gitlab.searchParams.get('content')).toBe(file.text)
    expect(gitlab.searchParams.get('file_name')).toBe(`content/overrides/${file.name}`)
  })

  it('with oneself is refused', () => {
    const self: Change = {
      kind: 'swap',
      stretches: [swap.stretches[0], { ...swap.stretches[1], engineer: swap.stretches[0].engineer }],
    }
    expect(propose(at, self).problems.map(({ rule }) => rule)).toEqual(['swap-with-oneself'])
  })
})

describe('who can?', () => {
  it('names three partners for a swap, one of each person first, none of them away', () => {
    const away = situation()
    const [turn] = turnsOf(away, 'engineer-a')
    if (!turn) throw new Error('Engineer A has no turn')
    const partners = swapPartners(away, turn)
    expect(new Set(partners.map(({ engineer }) => engineer)).size).toBe(3)
    for (const partner of partners) {
      expect(partner.proposal().problems).toEqual([])
      expect(partner.reasons.length).toBeGreaterThan(1)
    }
  })

  it('offers no days of a turn that are over', () => {
    // Tuesday of a week: its holder swaps a Monday for another Monday, and the one of this week is yesterday.
    const now = situation()
    const days = swapPartners(now, {
      from: '2026-02-02',
      to: '2026-02-02',
      engineer: holder('2026-02-02'),
    }).flatMap(({ change }) => (change.kind === 'swap' ? change.stretches : []))
    expect(days.length).toBeGreaterThan(0)
    expect(days.filter(({ from }) => from < now.today)).toEqual([])
    // The turn of this week has begun, and is no whole turn any more.
    const weeks = swapPartners(now, {
      from: '2026-02-02',
      to: '2026-02-08',
      engineer: holder('2026-02-02'),
    }).flatMap(({ change }) => (change.kind === 'swap' ? change.stretches : []))
    expect(weeks.filter(({ from }) => from < now.today)).toEqual([])
  })

  it('leaves out who is away on those days', () => {
    const engineers = {
      ...rota().engineers,
      'engineer-c': { name: 'Engineer C', unavailable: [{ from: '2026-03-02', to: '2026-03-08' }] },
    }
    const partners = coverPartners(situation({ engineers }), {
      from: '2026-03-04',
      to: '2026-03-05',
      engineer: holder('2026-03-02'),
    })
    expect(partners.map(({ engineer }) => engineer)).not.toContain('engineer-c')
    expect(partners.length).toBeGreaterThan(0)
  })

  it('gives the announced days of a leave to somebody, in the file of the leave itself', () => {
    const engineer = holder('2026-03-02')
    const [partner] = leavePartners(at, { engineer, from: '2026-03-01', to: '2026-03-10' })
    expect(partner?.proposal().problems).toEqual([])
    const text = fileOf('data-engineering', partner?.change ?? swap, name).text
    expect(text).toMatch(/^engineer: engineer-.\nfrom: 2026-03-01\nto: 2026-03-10\nshifts:\n/)
  })
})

it('hours change who is on call then, and nothing else', () => {
  const engineer = holder('2026-03-02') === 'engineer-a' ? 'engineer-b' : 'engineer-a'
  const { effects, problems } = propose(at, {
    kind: 'cover',
    stretch: { from: '2026-03-04T18:00', to: '2026-03-04T22:00', engineer },
  })
  expect(problems).toEqual([])
  expect(effects[0]).toMatch(
    /^Engineer [AB] is on call from 18:00 to 22:00 on Wed 4 Mar; the day stays with Engineer/,
  )
  expect(effects.filter((effect) => effect.includes(' takes '))).toEqual([])
})

it('what the check would refuse is refused in its words', () => {
  const { problems } = propose(at, {
    kind: 'cover',
    stretch: { from: '2026-03-06', to: '2026-03-04', engineer: 'engineer-a' },
  })
  expect(problems.map(({ rule, message }) => ({ rule, message }))).toEqual([
    { rule: 'rota-range', message: 'The override 2026-03-06 to 2026-03-04 ends before it begins' },
  ])
})

it('says what the balances of holidays are afterwards, and what they would be without the change', () => {
  const holiday = weeks
    .flatMap((week) => week.holidays)
    .find(({ date }) => date > '2026-02-01' && date < '2026-06-01')
  if (!holiday) throw new Error('the spring has a holiday')
  const other = ['engineer-a', 'engineer-b'].find((id) => id !== holiday.engineer) ?? ''
  const change: Change = {
    kind: 'cover',
    stretch: { from: holiday.date, to: holiday.date, engineer: other },
  }
  // Later turns of the year are planned again, and make up for it.
  expect(propose(at, change).effects).toContain(
    'The balances of holidays at the end of 2026 stay as they are.',
  )
  const published = at.calendar.publishable('2027-01-03')
  const announced = { ...at.rota, published }
  const calendar = calendarOf(announced)
  const { effects } = propose({ ...at, rota: announced, calendar }, change)
  expect(effects.join('\n')).toMatch(
    new RegExp(
      `The balance of holidays at the end of 2026 is then .*\\d+ for ${name(other)} \\(\\d+ without it\\)`,
    ),
  )
})

it('speaks of people by their names, also where it refuses', () => {
  const engineers = {
    ...rota().engineers,
    'engineer-c': { name: 'Engineer C', unavailable: [{ from: '2026-03-02', to: '2026-03-08' }] },
  }
  const { problems } = propose(situation({ engineers }), {
    kind: 'cover',
    stretch: { from: '2026-03-04', to: '2026-03-04', engineer: 'engineer-c' },
  })
  const said = problems.map(({ message, hint }) => `${message} ${hint}`).join('\n')
  expect(said).toContain('Engineer C, who is unavailable on 2026-03-04')
  expect(said).not.toMatch(/engineer-[a-d]/)
})

it('one day is swapped for one day of the same name', () => {
  const [turn] = turnsOf(at, 'engineer-a').slice(1)
  if (!turn) throw new Error('Engineer A has turns')
  const saturday = new Date(Date.parse(turn.from) + 5 * 86_400_000).toISOString().slice(0, 10)
  const partners = swapPartners(at, { from: saturday, to: saturday, engineer: 'engineer-a' })
  expect(partners.length).toBeGreaterThan(0)
  for (const { change, proposal } of partners) {
    if (change.kind !== 'swap') throw new Error('a swap is offered')
    expect(change.stretches.map(({ from, to }) => [from === to, new Date(from).getUTCDay()])).toEqual([
      [true, 6],
      [true, 6],
    ])
    expect(proposal().problems).toEqual([])
  }
})
