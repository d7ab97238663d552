import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, inject, it } from 'vitest'
import { calendarYearSchema } from '../../src/calendar/contract.ts'
import { FIXTURE } from '../support/built-sites.ts'
import { BUILD_DATE } from '../support/npm-run.ts'

const sites = inject('sites')
const read = (folder: string, file: string) => readFileSync(join(folder, 'oncall', file), 'utf8')
const years = [2026, 2027].map((year) =>
  calendarYearSchema.parse(JSON.parse(read(sites.root, `data-engineering/${String(year)}.json`))),
)

describe('a built calendar feed', () => {
  it('says what the built JSON says, shift by shift', () => {
    const events = new ICAL.Component(ICAL.parse(read(sites.root, 'data-engineering.ics')))
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component))
      .filter((event) => event.summary.includes(' on call'))
    expect(
      events.map(({ startDate, endDate }) => [startDate.toJSDate().getTime(), endDate.toJSDate().getTime()]),
    ).toEqual(
      years.flatMap((year) => year.shifts.map(({ start, end }) => [Date.parse(start), Date.parse(end)])),
    )
  })

  it('links to the pages of the site, where it has an address', () => {
    expect(read(sites.based, 'data-engineering.ics').replaceAll('\r\n ', '')).toContain(
      'URL;VALUE=URI:https://example.com/runbooks/oncall/data-engineering/2026/#d-2026-',
    )
    expect(read(sites.based, 'data-engineering.ics').replaceAll('\r\n ', '')).toContain(
      'URL;VALUE=URI:https://example.com/runbooks/runbooks/engagement/onboarding/',
    )
    expect(read(sites.root, 'data-engineering.ics')).not.toContain('localhost')
  })

  it('of the plan brings the onboarding at the handoff and the watch at the end of the month', () => {
    const feed = read(sites.root, 'data-engineering.ics').replaceAll('\r\n ', '')
    expect(feed).toMatch(/SUMMARY:Onboarding: Data Engineering\\, Engineer . to Engineer .\r\n/)
    expect(feed).toMatch(/DESCRIPTION:30 minutes at the handoff\\, for Engagement\.\r\n/)
    expect(feed).toMatch(
      /SUMMARY:Engineer .: month-end watch: Aggregate Data for Executives and Investors\r\n/,
    )
  })
})

it('the command line prints what the site publishes', () => {
  const args = ['run', '--silent', 'oncall', '--', 'plan', 'data-engineering', '--year', '2026', '--json']
  const epoch = String(Date.parse(`${BUILD_DATE}T12:00:00Z`) / 1000)
  const { stdout } = spawnSync('npm', args, {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_ROOT: FIXTURE, SOURCE_DATE_EPOCH: epoch },
  })
  expect(JSON.parse(stdout)).toEqual(years[0])
})
