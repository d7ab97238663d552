import { describe, expect, it } from 'vitest'
import { dateHolidays } from '../../src/oncall/date-holidays.ts'
import type { PublishedWeek, RotaProblem } from '../../src/oncall/index.ts'
import { RotaError, createCalendar, validateRota } from '../../src/oncall/index.ts'
import type { Setup } from './rota.ts'
import { holiday, rota } from './rota.ts'

/** Every problem as people read it, and where it points. */
function problems(setup: Setup, today = '2026-01-01'): string {
  return validateRota(rota(setup), dateHolidays, { today }).map(toText).join('\n')
}

function toText({ severity, rule, message, hint, ...where }: RotaProblem): string {
  const short = hint.length > 120 ? `${hint.slice(0, 60)}…` : hint
  return `${severity} ${rule}: ${message}\n  ${short}\n  at ${JSON.stringify(where)}`
}

const week = (start: string, parts: Partial<PublishedWeek> = {}): PublishedWeek => ({
  start,
  engineer: 'a',
  cycle: start,
  plain: 'a',
  holidays: {},
  daysOff: [],
  absences: [],
  ...parts,
})

describe('what the rota itself says wrong', () => {
  it('an empty rotation', () => {
    expect(problems({ rotation: '' })).toMatchInlineSnapshot(`
      "error rota-empty-rotation: The rotation is empty
        List at least one engineer.
        at {"field":["rotation"]}"
    `)
  })
  it('an engineer twice in the rotation', () => {
    expect(problems({ rotation: 'aba' })).toMatchInlineSnapshot(`
      "error rota-duplicate-engineer: a is in the rotation twice
        Each member serves one week of a cycle: remove one of the two.
        at {"engineer":"a","field":["rotation",2]}"
    `)
  })
  it('an unknown engineer in the rotation', () => {
    expect(
      validateRota({ ...rota(), rotation: ['a', 'e'] }, dateHolidays, { today: '2026-01-01' })
        .map(toText)
        .join('\n'),
    ).toMatchInlineSnapshot(`
      "error rota-unknown-engineer: No engineer "e"
        Known: a, b, c, d.
        at {"field":["rotation",1]}"
    `)
  })
  it('a second on call among two, who would never have a week off; of three one has', () => {
    expect(problems({ rotation: 'ab', second: 'next' })).toMatchInlineSnapshot(`
      "warning rota-second-of-two: With two engineers and a second on call, nobody ever has a week without duty
        Add a third engineer to \`rotation\`, or leave out \`second\`.
        at {"field":["second"]}"
    `)
    expect(problems({ rotation: 'ab', second: 'none' })).toBe('')
    expect(problems({ rotation: 'abc', second: 'next' })).toBe('')
  })
  it('an unknown zone', () => {
    expect(problems({ timeZone: 'America/Gotham' })).toMatchInlineSnapshot(`
      "error rota-time-zone: No time zone "America/Gotham"
        Use an IANA name such as America/New_York.
        at {"field":["timeZone"]}"
    `)
  })
  it('a date that does not exist', () => {
    expect(problems({ start: '2026-02-29' })).toMatchInlineSnapshot(`
      "error rota-date: No date "2026-02-29"
        Write it as YYYY-MM-DD.
        at {"field":["start"]}"
    `)
    expect(problems({ holidays: [holiday('2026-11-31')], remove: ['25 December'] })).toMatchInlineSnapshot(`
      "error rota-date: No date "2026-11-31"
        Write it as YYYY-MM-DD.
        at {"field":["holidays","add",0,"date"]}
      error rota-date: No date "25 December"
        Write it as YYYY-MM-DD.
        at {"field":["holidays","remove",0,"date"]}"
    `)
  })
  it('a time that does not exist', () => {
    expect(problems({ handoffTime: '24:00' })).toMatchInlineSnapshot(`
      "error rota-handoff-time: No time "24:00"
        Write it as "09:00", in quotes.
        at {"field":["handoffTime"]}"
    `)
    expect(problems({ handoffTime: '1050' })).toMatchInlineSnapshot(`
      "error rota-handoff-time: No time "1050"
        Write it as "09:00", in quotes.
        at {"field":["handoffTime"]}"
    `)
  })
  it('an unknown country, state or region, also of an engineer', () => {
    expect(problems({ calendar: 'XX' })).toMatchInlineSnapshot(`
      "error rota-calendar: No country "XX"
        Known: AD, AE, AG, AI, AL, AM, AO, AR, AS, AT, AU, AW, AX, A…
        at {"field":["calendar"]}"
    `)
    expect(problems({ calendar: 'GB-EN' })).toMatchInlineSnapshot(`
      "error rota-calendar: No state "EN" in GB
        Known: ALD, ENG, NIR, SCT, WLS.
        at {"field":["calendar"]}"
    `)
    expect(problems({ calendar: 'DE-BY-XYZ' })).toMatchInlineSnapshot(`
      "error rota-calendar: No region "XYZ" in DE-BY
        Known: A, KATH, EVANG.
        at {"field":["calendar"]}"
    `)
    expect(problems({ engineers: { b: { calendar: 'US-ZZ' } } })).toMatchInlineSnapshot(`
      "error rota-calendar: No state "ZZ" in US
        Known: AL, AK, AZ, AR, CA, CO, CT, DE, DC, FL, GA, HI, ID, I…
        at {"engineer":"b","field":["calendar"]}"
    `)
  })
  it('an unknown type of holiday', () => {
    expect(problems({ holidayTypes: ['public', 'national'] })).toMatchInlineSnapshot(`
      "error rota-holiday-type: No holiday type "national"
        Known: public, bank, optional, school, observance.
        at {"field":["holidayTypes"]}"
    `)
  })
})

describe('what its engineers say wrong', () => {
  it('`until` before `from`', () => {
    expect(problems({ engineers: { b: { from: '2026-03-01', until: '2026-02-01' } } }))
      .toMatchInlineSnapshot(`
      "error rota-until-before-from: b leaves (2026-02-01) before they come (2026-03-01)
        Swap or correct the dates.
        at {"engineer":"b","field":["until"]}"
    `)
  })
  it('leave that ends before it begins', () => {
    expect(problems({ engineers: { b: { unavailable: [{ from: '2026-03-08', to: '2026-03-01' }] } } }))
      .toMatchInlineSnapshot(`
      "error rota-range: b is unavailable from 2026-03-08 to 2026-03-01, which ends before it begins
        Swap or correct the dates.
        at {"engineer":"b","field":["unavailable",0,"to"]}"
    `)
  })
})

describe('what its overrides say wrong', () => {
  const override = (from: string, to: string, engineer = 'c') => ({ from, to, engineer })

  it('for an unknown engineer', () => {
    expect(problems({ overrides: [override('2026-03-01', '2026-03-02', 'z')] })).toMatchInlineSnapshot(`
      "error rota-unknown-engineer: No engineer "z"
        Known: a, b, c, d.
        at {"override":0,"date":"2026-03-01","engineer":"z"}"
    `)
  })
  it('that end before they begin', () => {
    expect(problems({ overrides: [override('2026-03-02', '2026-03-01')] })).toMatchInlineSnapshot(`
      "error rota-range: The override 2026-03-02 to 2026-03-01 ends before it begins
        Swap or correct the dates.
        at {"override":0,"date":"2026-03-02","engineer":"c"}"
    `)
  })
  it('that overlap and are equally long', () => {
    expect(
      problems({
        overrides: [override('2026-03-01', '2026-03-02'), override('2026-03-02', '2026-03-03', 'd')],
      }),
    ).toMatchInlineSnapshot(`
      "error rota-override-overlap: The override 2026-03-02 to 2026-03-03 overlaps the one from 2026-03-01 to 2026-03-02, and is as long
        One gives the time to c, the other to d. Agree on who holds …
        at {"override":1,"date":"2026-03-02","engineer":"d"}"
    `)
  })
  it('for someone who is not active then', () => {
    expect(
      problems({
        overrides: [override('2026-03-01', '2026-03-04')],
        engineers: { c: { until: '2026-03-03' } },
      }),
    ).toMatchInlineSnapshot(`
      "error rota-override-inactive: The override 2026-03-01 to 2026-03-04 is for c, who is not active on 2026-03-04
        Name someone else, or correct their \`from\` or \`until\`.
        at {"override":0,"date":"2026-03-01","engineer":"c"}"
    `)
  })
  it('for someone who is unavailable then', () => {
    expect(
      problems({
        overrides: [override('2026-03-01', '2026-03-04')],
        engineers: { c: { unavailable: [{ from: '2026-03-04', to: '2026-03-10' }] } },
      }),
    ).toMatchInlineSnapshot(`
      "error rota-override-unavailable: The override 2026-03-01 to 2026-03-04 is for c, who is unavailable on 2026-03-04
        Agree with c: name someone else in the override, or correct their leave.
        at {"override":0,"date":"2026-03-01","engineer":"c"}"
    `)
  })
})

describe('what its published weeks say wrong', () => {
  it('a gap, and the weeks after it are no further mistake', () => {
    expect(problems({ published: [week('2025-12-29'), week('2026-01-12'), week('2026-01-19')] }))
      .toMatchInlineSnapshot(`
      "error published-gap: The week of 2026-01-12 does not follow: expected 2026-01-05
        The file starts with the first week of the rota and leaves none out.
        at {"published":1,"date":"2026-01-12"}"
    `)
  })
  it('a first week that is not the rota’s', () => {
    expect(problems({ published: [week('2026-01-05')] })).toMatchInlineSnapshot(`
      "error published-gap: The week of 2026-01-05 does not follow: expected 2025-12-29
        The file starts with the first week of the rota and leaves none out.
        at {"published":0,"date":"2026-01-05"}"
    `)
  })
  it('a duplicate', () => {
    expect(problems({ published: [week('2025-12-29'), week('2025-12-29')] })).toMatchInlineSnapshot(`
      "error published-duplicate: The week of 2025-12-29 is published twice
        Remove one of the two.
        at {"published":1,"date":"2025-12-29"}"
    `)
  })
  it('a cycle that starts after its week, or on no first day of a week', () => {
    expect(
      problems({
        published: [week('2025-12-29', { cycle: '2026-01-05' }), week('2026-01-05', { cycle: '2025-12-30' })],
      }),
    ).toMatchInlineSnapshot(`
      "error published-cycle: The cycle of the week of 2025-12-29 cannot start on 2026-01-05
        It is the first day of the first week of the cycle.
        at {"published":0,"date":"2025-12-29"}
      error published-cycle: The cycle of the week of 2026-01-05 cannot start on 2025-12-30
        It is the first day of the first week of the cycle.
        at {"published":1,"date":"2026-01-05"}"
    `)
  })
  it('unknown engineers, wherever they stand', () => {
    expect(
      problems({
        published: [
          week('2025-12-29', {
            engineer: 'z',
            plain: 'y',
            daysOff: [{ date: '2025-12-29', cover: 'x', for: '2025-12-01' }],
            absences: [{ date: '2025-12-30', cover: 'w' }],
          }),
        ],
      }),
    ).toMatchInlineSnapshot(`
      "error rota-unknown-engineer: No engineer "z"
        Known: a, b, c, d.
        at {"published":0,"date":"2025-12-29"}
      error rota-unknown-engineer: No engineer "y"
        Known: a, b, c, d.
        at {"published":0,"date":"2025-12-29"}
      error rota-unknown-engineer: No engineer "x"
        Known: a, b, c, d.
        at {"published":0,"date":"2025-12-29"}
      error rota-unknown-engineer: No engineer "w"
        Known: a, b, c, d.
        at {"published":0,"date":"2025-12-29"}"
    `)
  })
  it('a day outside its week', () => {
    expect(
      problems({
        published: [
          week('2025-12-29', {
            holidays: { '2026-01-05': 'X' },
            absences: [{ date: '2025-12-28', cover: 'b' }],
          }),
        ],
      }),
    ).toMatchInlineSnapshot(`
      "error published-outside: 2025-12-28 is not a day of the week of 2025-12-29
        Move it to its week.
        at {"published":0,"date":"2025-12-29"}
      error published-outside: 2026-01-05 is not a day of the week of 2025-12-29
        Move it to its week.
        at {"published":0,"date":"2025-12-29"}"
    `)
  })

  const announced = createCalendar(
    rota({ holidays: [holiday('2026-01-01', 'X')] }),
    dateHolidays,
  ).publishable('2026-03-29')

  it('nothing, where it agrees with the calendars and everyone is there', () => {
    expect(problems({ holidays: [holiday('2026-01-01', 'X')], published: announced })).toBe('')
  })
  it('someone on duty, and someone covering, who is unavailable then', () => {
    expect(
      problems({
        holidays: [holiday('2026-01-01', 'X')],
        published: announced,
        engineers: {
          b: { unavailable: [{ from: '2026-01-07', to: '2026-01-09' }] },
          c: { unavailable: [{ from: '2026-01-26', to: '2026-01-26' }] },
        },
      }),
    ).toMatchInlineSnapshot(`
      "error published-unavailable: b is on duty on 2026-01-07 in a published week, and unavailable then
        Add an override for those days, or re-plan with \`npm run oncall -- publish --from 2026-01-07\`.
        at {"date":"2026-01-07","engineer":"b","published":1}
      error published-unavailable: c is covering on 2026-01-26 in a published week, and unavailable then
        Add an override for those days, or re-plan with \`npm run oncall -- publish --from 2026-01-26\`.
        at {"date":"2026-01-26","engineer":"c","published":4}"
    `)
  })
  it('someone who is not active then, unless an override has their days', () => {
    const setup: Setup = {
      holidays: [holiday('2026-01-01', 'X')],
      published: announced,
      engineers: { b: { until: '2026-03-05' } },
    }
    expect(problems(setup)).toMatchInlineSnapshot(`
      "error published-inactive: b is on duty on 2026-03-06 in a published week, and not active then
        Add an override for those days, or re-plan with \`npm run oncall -- publish --from 2026-03-06\`.
        at {"date":"2026-03-06","engineer":"b","published":9}"
    `)
    expect(problems({ ...setup, overrides: [{ from: '2026-03-06', to: '2026-03-08', engineer: 'c' }] })).toBe(
      '',
    )
  })
  it('a holiday that the calendars have and the file lacks, the reverse, and another name', () => {
    expect(
      problems({
        holidays: [holiday('2026-01-08', 'Declared late')],
        published: announced,
      }),
    ).toMatchInlineSnapshot(`
      "warning published-holiday: 2026-01-01 is published as X, and the calendar has no holiday then
        Run \`npm run oncall -- publish --amend\` so that credits follow.
        at {"date":"2026-01-01","published":0}
      warning published-holiday: 2026-01-08 is Declared late, and the published week lacks it
        Run \`npm run oncall -- publish --amend\` so that credits follow.
        at {"date":"2026-01-08","published":1}"
    `)
    expect(problems({ holidays: [holiday('2026-01-01', 'Y')], published: announced })).toMatchInlineSnapshot(`
      "warning published-holiday: 2026-01-01 is Y, and published as X
        Run \`npm run oncall -- publish --amend\` so that credits follow.
        at {"date":"2026-01-01","published":0}"
    `)
  })
  it('fewer than eight weeks ahead of today', () => {
    const setup = { holidays: [holiday('2026-01-01', 'X')], published: announced }
    expect(problems(setup, '2026-02-01')).toBe('')
    expect(problems(setup, '2026-02-02')).toMatchInlineSnapshot(`
      "warning published-running-out: 7 published weeks are ahead of 2026-02-02; a team should know 8
        Run \`npm run oncall -- publish --through 2026-03-30\`.
        at {"published":12}"
    `)
    expect(problems(setup, '2026-05-01')).toMatchInlineSnapshot(`
      "warning published-begun: 5 weeks that have begun by 2026-05-01 are not published, so any change can move them
        Run \`npm run oncall -- publish --through 2026-06-22\`.
        at {"published":12,"field":["start"]}"
    `)
  })
})

describe('what only planning finds', () => {
  it('a week in which nobody is active', () => {
    expect(
      problems({ rotation: 'ab', engineers: { a: { until: '2026-01-11' }, b: { until: '2026-01-04' } } }),
    ).toMatchInlineSnapshot(`
      "error rota-nobody-active: Nobody of the rotation is active in the whole week of 2026-01-12
        Add an engineer to the rotation, or correct a \`from\` or \`until\`.
        at {"date":"2026-01-12","field":["rotation"]}"
    `)
  })
  it('days that nobody can cover, all of them, through the year after today’s', () => {
    const away = (...dates: string[]) => ({ unavailable: dates.map((date) => ({ from: date, to: date })) })
    expect(
      problems({
        rotation: 'ab',
        engineers: {
          a: away('2026-01-07', '2026-08-12', '2027-03-03'),
          b: away('2026-01-07', '2026-08-12', '2027-03-03'),
        },
      }),
    ).toMatchInlineSnapshot(`
      "error rota-nobody-covers: Nobody can cover 2026-01-07, on which b is unavailable
        Add an override for that day, or correct somebody’s \`unavailable\`, \`from\` or \`until\`.
        at {"date":"2026-01-07","engineer":"b"}
      error rota-nobody-covers: Nobody can cover 2026-08-12, on which a is unavailable
        Add an override for that day, or correct somebody’s \`unavailable\`, \`from\` or \`until\`.
        at {"date":"2026-08-12","engineer":"a"}
      error rota-nobody-covers: Nobody can cover 2027-03-03, on which b is unavailable
        Add an override for that day, or correct somebody’s \`unavailable\`, \`from\` or \`until\`.
        at {"date":"2027-03-03","engineer":"b"}"
    `)
  })
  it('more engineers than a cycle can have', () => {
    const rotation = Array.from({ length: 33 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('')
    expect(problems({ rotation })).toMatchInlineSnapshot(`
      "error rota-too-many: 33 engineers would share the cycle of 2025-12-29; at most 32 can
        Split the rota in two: its engineers would have a turn every eight months.
        at {"date":"2025-12-29","field":["rotation"]}"
    `)
  })
})

describe('all at once', () => {
  const setup: Setup = {
    timeZone: 'Nowhere',
    calendar: 'XX',
    engineers: { b: { from: '2026-03-01', until: '2026-02-01' } },
    overrides: [
      { from: '2026-04-01', to: '2026-04-02', engineer: 'c' },
      { from: '2026-04-02', to: '2026-04-03', engineer: 'z' },
      { from: '2026-04-02', to: '2026-04-03', engineer: 'd' },
    ],
    published: [week('2026-01-05')],
  }

  it('mistakes of every kind are reported together', () => {
    expect(validateRota(rota(setup), dateHolidays, { today: '2026-01-01' }).map(({ rule }) => rule)).toEqual([
      'rota-time-zone',
      'rota-calendar',
      'rota-until-before-from',
      'rota-unknown-engineer',
      'rota-override-overlap',
      'published-gap',
    ])
  })

  it('a wrong override does not hide what published weeks say wrong', () => {
    const found = validateRota(
      rota({
        overrides: [{ from: '2026-04-02', to: '2026-04-03', engineer: 'z' }],
        published: [week('2025-12-29', { holidays: { '2026-01-01': 'Nobody’s' } })],
      }),
      dateHolidays,
      { today: '2026-01-01' },
    )
    expect(found.map(({ rule }) => rule)).toEqual([
      'rota-unknown-engineer',
      'published-holiday',
      'published-running-out',
    ])
  })

  it('a calendar is refused with every error, and warnings refuse none', () => {
    const refuse = () => createCalendar(rota(setup), dateHolidays)
    expect(refuse).toThrow(RotaError)
    expect(refuse).toThrow(/No time zone "Nowhere"[^]*2026-04-01 to 2026-04-02[^]*2026-01-05/)
    expect(() =>
      createCalendar(rota({ published: [week('2025-12-29')] }), dateHolidays).year(2026),
    ).not.toThrow()
  })

  it('a year is still there after a later one was refused', () => {
    const away = { unavailable: [{ from: '2027-03-03', to: '2027-03-03' }] }
    const found = createCalendar(rota({ rotation: 'ab', engineers: { a: away, b: away } }), dateHolidays)
    expect(() => found.year(2027)).toThrow('Nobody can cover 2027-03-03')
    expect(found.days(2026)).toHaveLength(53 * 7)
  })
})
