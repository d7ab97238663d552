import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { calendarYearSchema } from '../../src/calendar/contract.ts'
import { NOW, createWorkspace } from './workspace.ts'

describe('oncall plan', () => {
  it.each(['UTC', 'America/Los_Angeles'])(
    'prints the JSON contract and nothing else, through npm, under TZ %s',
    async (zone) => {
      const { root, run } = createWorkspace()
      const args = ['run', '--silent', 'oncall', '--', 'plan', 'data-engineering', '--year', '2026', '--json']
      const { stdout, status } = spawnSync('npm', args, {
        encoding: 'utf8',
        env: { ...process.env, CONTENT_ROOT: root, SOURCE_DATE_EPOCH: NOW, TZ: zone },
      })
      const year = calendarYearSchema.parse(JSON.parse(stdout))
      expect(stdout).toBe(`${JSON.stringify(year, null, 2)}\n`)
      expect(year.weeks).toHaveLength(53)
      expect(status).toBe(0)
      expect(stdout).toBe((await run(['plan', '--year', '2026', '--json'])).stdout)
    },
  )

  it('prints the current year as a table, with what the plain rotation would give', async () => {
    const { stdout } = createWorkspace().oncall(['plan'])
    const lines = stdout.split('\n')
    expect(lines.slice(0, 9).join('\n')).toMatchInlineSnapshot(`
      "Data Engineering, 2026: 53 weeks from Mon 29 Dec 2025, handoff 09:00 America/New_York
      Proved: no other order of these turns is better by the rules of the plan.
      Nothing of it is published: every week may still move.

       1  Mon 29 Dec – Sun 4 Jan   Engineer A  New Year's Day (Thu 1 Jan)
       2  Mon 5 Jan – Sun 11 Jan   Engineer B
       3  Mon 12 Jan – Sun 18 Jan  Engineer C
       4  Mon 19 Jan – Sun 25 Jan  Engineer D  Martin Luther King Jr. Day (Mon 19 Jan)
       5  Mon 26 Jan – Sun 1 Feb   Engineer A  day off Mon 26 Jan for New Year's Day: Engineer C covers"
    `)
    expect(lines.slice(lines.findIndex((line) => line.includes('balance'))).join('\n'))
      .toMatchInlineSnapshot(`
        "            weeks  days  holidays  repeats  days off  owed  covers  weekend days  balance
        Engineer A     13    92     3 (4)    0 (1)         2     1       3            26        3
        Engineer B     14    98     3 (3)    0 (0)         2     1       2            28        3
        Engineer C     13    91     3 (1)    0 (0)         3     0       3            26        3
        Engineer D     13    90     3 (4)    0 (0)         3     0       2            26        3

        Owed when the year ends: Engineer A for Christmas Day (Fri 25 Dec) and Engineer B for New Year's Day (Fri 1 Jan).
        In brackets: what the rotation in its plain order would give. Balance: holidays since the rota began.

        No two people are further apart than one holiday, and two days of weekends or for others.
        Shared evenly: holidays in 2026 (3 each), weekend days in 2026 (26 to 28 each) and days held for others in 2026 (2 to 3 each).
        A plain rotation, without leave or swaps, would have given Engineer A 4 holidays (1 of them again), Engineer B 3 holidays, Engineer C 1 holiday and Engineer D 4 holidays, with 1 holiday again instead of 0.

        The order of the turns changes:
          From Mon 18 May: Engineer B, Engineer C, Engineer D, Engineer A after Engineer A, Engineer B, Engineer C, Engineer D. To share the holidays more evenly: Memorial Day goes to Engineer C instead of Engineer B.
        "
      `)
  })

  it.each([
    ['before the rota starts', '1764547200', '2026'],
    ['on 1 January, in the last week of the old year', '1798804800', '2026'],
    ['on 4 January, in the first of the new one', '1799064000', '2027'],
  ])('takes the year of this week, %s', async (_, epoch, year) => {
    const { stdout } = createWorkspace().oncall(['plan'], { SOURCE_DATE_EPOCH: epoch })
    expect(stdout).toContain(`Data Engineering, ${year}: `)
  })

  it('marks what moved and what is published', async () => {
    const workspace = createWorkspace()
    workspace.append('engineers/engineer-b.yaml', 'unavailable: [{ from: 2026-12-28, to: 2027-01-03 }]\n')
    await workspace.run(['publish', '--through', '2026-12-28'])
    const { stdout } = await workspace.run(['plan'])
    expect(stdout).toContain('All of it is published: no week moves.')
    expect(stdout).toMatch(/53 {2}Mon 28 Dec – Sun 3 Jan {3}Engineer . \* {2}moved: was Engineer B; /)
    expect(stdout).toMatch(/\d+ turns moved/)
  })

  it.each([
    [
      ['plan', '--year', '2025'],
      'data-engineering has no plan for 2025.\n    It starts on 2025-12-29; plans go from 2026 to 2046.',
    ],
    [['plan', '--year', '9999'], 'data-engineering has no plan for 9999.'],
    [['plan', '--year', 'next'], '--year takes a year, as 2026; got "next".'],
  ])('%j is wrong usage', async (args, message) => {
    const { stdout, stderr, code } = await createWorkspace().run(args)
    expect(stderr).toContain(message)
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
  })
})
