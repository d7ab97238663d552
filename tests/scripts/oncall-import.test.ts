import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkContent } from '../../src/content/check/check.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { createWorkspace } from './workspace.ts'

const week = (index: number) => new Date(Date.UTC(2026, 8, 7 + 7 * index)).toISOString().slice(0, 10)
/** From 7 September 2026: the tests' now is 20 November, in the eleventh week. */
const table = (people: string) =>
  people
    .split(' ')
    .map((person, index) => `${week(index)},Engineer ${person}`)
    .join('\n')

const holders = (published: string) =>
  [...published.matchAll(/^ {2}engineer: engineer-(.)$/gm)].map(([, letter]) => letter)

function withFile(text: string, name = 'schedule.csv') {
  const workspace = createWorkspace()
  const file = path.join(workspace.root, '..', name)
  writeFileSync(file, text)
  return { ...workspace, file }
}

const OPTIONS = ['--rota', 'support', '--calendar', 'US', '--time-zone', 'Europe/London']

describe('oncall import', () => {
  it('writes new engineers, the rota, the weeks that have begun and what was swapped, and the check finds no error', async () => {
    // A and B of the content, and F; in the fourth week somebody else had the turn.
    const { run, file, files, read, root } = withFile(table('A B F B B F A B F A B F'))
    const { stdout, code } = await run(['import', file, ...OPTIONS])
    expect({ stdout, code }).toMatchObject({ code: 0 })
    expect(read('rotas/support.yaml')).toContain(
      'rotation:\n  - engineer-a\n  - engineer-b\n  - engineer-f\n',
    )
    expect(read('engineers/engineer-f.yaml')).toBe('name: Engineer F\nteam: data-engineering\n')
    expect(read('overrides/2026-09-28-engineer-b.yaml')).toContain(
      'from: 2026-09-28\nto: 2026-10-04\nengineer: engineer-b\n',
    )
    expect(read('published/support.yaml').match(/^- start:/gm)).toHaveLength(11)
    const errors = checkContent(loadContent(root), { today: '2026-11-20' }).filter(
      ({ severity }) => severity === 'error',
    )
    expect(errors).toEqual([])
    expect(files('overrides')).toEqual(['2026-09-28-engineer-b.yaml'])
    expect(holders(read('published/support.yaml')).join(' ')).toBe('a b f a b f a b f a b')
    const compared = await run(['diff', 'support', '--against', file])
    // Who worked on 12 October has a day off here, which the other tool knows nothing of.
    expect(compared.stdout.split('\n').slice(1)).toEqual([
      '  Mon 23 Nov 2026, 09:00 to Tue 24 Nov 2026, 09:00: the site has Engineer A, the file Engineer F',
      '',
    ])
  })

  it('keeps swaps that are to come', async () => {
    // Now is in the week of 16 November: A. The two weeks of 7 and 14 December are swapped.
    const { run, file, files, read } = withFile(table('F A B F A B F A B F A B A F B'))
    const { code, stdout } = await run(['import', file, ...OPTIONS])
    expect({ code, stdout }).toMatchObject({ code: 0 })
    expect(files('overrides')).toEqual(['2026-11-30-engineer-a.yaml', '2026-12-07-engineer-f.yaml'])
    expect(read('overrides/2026-12-07-engineer-f.yaml')).toContain('from: 2026-12-07\nto: 2026-12-13\n')
  })

  it('begins with the shifts that a schedule lists, and not years ago with its first turn; in the afternoon, on the day after', async () => {
    const user = (letter: string) => ({ id: `P${letter}`, summary: `Engineer ${letter}` })
    const entry = (start: string, end: string, letter: string) => ({ start, end, user: user(letter) })
    const schedule = {
      name: 'Support',
      time_zone: 'UTC',
      schedule_layers: [
        {
          end: null,
          rotation_virtual_start: '2019-01-07T17:00:00Z',
          rotation_turn_length_seconds: 604800,
          users: ['A', 'B'].map((letter) => ({ user: user(letter) })),
        },
      ],
      // Even rounds since 7 January 2019: A has 2 November 2026, and B the week after. C takes an evening.
      final_schedule: {
        rendered_schedule_entries: [
          entry('2026-11-02T17:00:00Z', '2026-11-09T17:00:00Z', 'A'),
          entry('2026-11-09T17:00:00Z', '2026-11-11T18:00:00Z', 'B'),
          entry('2026-11-11T18:00:00Z', '2026-11-11T22:00:00Z', 'C'),
          entry('2026-11-11T22:00:00Z', '2026-11-14T17:00:00Z', 'B'),
          entry('2026-11-14T17:00:00Z', '2026-11-16T17:00:00Z', 'C'),
        ],
      },
      // Agreed changes go on behind the shifts that are listed, and behind the week under way.
      overrides_subschedule: {
        rendered_schedule_entries: [
          entry('2026-11-11T18:00:00Z', '2026-11-11T22:00:00Z', 'C'),
          entry('2026-11-14T17:00:00Z', '2026-11-18T17:00:00Z', 'C'),
          entry('2026-11-21T17:00:00Z', '2026-11-26T17:00:00Z', 'D'),
        ],
      },
    }
    const { run, file, files, read, root } = withFile(JSON.stringify({ schedule }), 'schedule.json')
    expect(await run(['import', file, '--calendar', 'US'])).toMatchObject({ stderr: '', code: 0 })
    expect(read('rotas/support.yaml')).toContain("start: 2026-11-02\nhandoffTime: '17:00'\n")
    expect(read('published/support.yaml').match(/^- start: .*/gm)).toEqual([
      '- start: 2026-11-03',
      '- start: 2026-11-10',
      '- start: 2026-11-17',
    ])
    expect(read('overrides/2026-11-11-engineer-c.yaml')).toContain(
      'from: 2026-11-11T18:00\nto: 2026-11-11T22:00\n',
    )
    expect(files('overrides')).toEqual([
      '2026-11-11-engineer-c.yaml',
      '2026-11-15-engineer-c.yaml',
      '2026-11-22-engineer-d.yaml',
    ])
    expect(read('overrides/2026-11-15-engineer-c.yaml')).toContain('from: 2026-11-15\nto: 2026-11-18\n')
    expect(read('overrides/2026-11-22-engineer-d.yaml')).toContain('from: 2026-11-22\nto: 2026-11-26\n')
    const errors = checkContent(loadContent(root), { today: '2026-11-20' })
    expect(errors.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('writes nothing with --dry-run, and over no file', async () => {
    const { run, file, root } = withFile(table('A B F A B F A'))
    expect((await run(['import', file, ...OPTIONS, '--dry-run'])).stdout).toContain(
      'rotas/support.yaml\nname: support',
    )
    expect(() => readFileSync(path.join(root, 'rotas/support.yaml'))).toThrow()
    const taken = await run(['import', file, ...OPTIONS.with(1, 'data-engineering')])
    expect(taken).toMatchObject({ code: 2, stdout: '' })
    expect(taken.stderr).toContain('rotas/data-engineering.yaml already')
  })

  it.each([
    [['--rota', 'x', '--time-zone', 'UTC'], 'Which holiday calendar counts? No tool knows it.'],
    [['--rota', 'x', '--calendar', 'XX', '--time-zone', 'UTC'], 'No country "XX".'],
    [['--rota', 'x', '--calendar', 'US'], 'The file names no time zone.'],
    [['--calendar', 'US', '--time-zone', 'UTC'], 'The file names no schedule.'],
    [['--rota', 'x', '--calendar', 'US', '--time-zone', 'UTC', '--team', 'y'], 'There is no team "y".'],
    [['--rota', 'x', '--calendar', 'US', '--time-zone', 'EST5'], '"EST5" is no time zone.'],
    [['--rota', '../x', '--calendar', 'US', '--time-zone', 'UTC'], '"../x" cannot be an id.'],
    [['--rota', 'x', '--calendar', 'US', '--time-zone', 'UTC', '--handoff', '9:00'], 'as in --handoff 09:00'],
  ])('guesses nothing: %j', async (options, message) => {
    const { run, file } = withFile(table('A B A B A'))
    const { stderr, code } = await run(['import', file, ...options])
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })
})

describe('the people of an import', () => {
  it('two of one name are two engineers, and a part of a name is nobody of the content', async () => {
    const entries = Array.from({ length: 6 }, (_, index) => ({
      start: `${week(index)}T09:00:00Z`,
      end: `${week(index + 1)}T09:00:00Z`,
      user: { id: `P${String(index % 2)}`, summary: 'Ann', email: `ann.${String(index % 2)}@example.org` },
    }))
    const schedule = {
      time_zone: 'UTC',
      schedule_layers: [],
      final_schedule: { rendered_schedule_entries: entries },
    }
    const { run, file, read } = withFile(JSON.stringify({ schedule }), 'schedule.json')
    expect((await run(['import', file, ...OPTIONS])).code).toBe(0)
    expect(read('rotas/support.yaml')).toContain('rotation:\n  - ann\n  - ann-2\n')
    expect(read('engineers/ann.yaml')).toContain('email: ann.0@example.org')
    expect(read('engineers/ann-2.yaml')).toContain('email: ann.1@example.org')
  })

  it('a name of no letter from a to z needs an id, and says how to give one', async () => {
    const rows = ['山田', '佐藤', '山田', '佐藤', '山田', '佐藤'].map(
      (name, index) => `${week(index)},${name}`,
    )
    const { run, file, write, read } = withFile(rows.join('\n'))
    const { stderr, code } = await run(['import', file, ...OPTIONS])
    expect(code).toBe(2)
    expect(stderr).toContain('No id can be made of the name "山田".')
    expect(stderr).toContain('Write engineers/ID.yaml with `name: 山田`')
    write('engineers/yamada.yaml', 'name: 山田\nteam: data-engineering\n')
    write('engineers/sato.yaml', 'name: 佐藤\nteam: data-engineering\n')
    expect((await run(['import', file, ...OPTIONS])).code).toBe(0)
    expect(read('rotas/support.yaml')).toContain('rotation:\n  - yamada\n  - sato\n')
  })

  it('a schedule whose name gives no id needs --rota', async () => {
    const schedule = JSON.stringify({
      schedule: {
        name: '当番',
        time_zone: 'Asia/Tokyo',
        schedule_layers: [
          {
            end: null,
            rotation_virtual_start: '2026-09-07T09:00:00+09:00',
            rotation_turn_length_seconds: 604800,
            users: [{ user: { summary: 'Engineer A' } }],
          },
        ],
      },
    })
    const { run, file } = withFile(schedule, 'schedule.json')
    expect((await run(['import', file, '--calendar', 'JP'])).stderr).toContain(
      'No id can be made of "当番", the name of the schedule.',
    )
  })
})

describe('oncall diff --against', () => {
  it('agrees with the feed that the site itself offers', async () => {
    const { run, root } = createWorkspace()
    const file = path.join(root, '..', 'own.ics')
    writeFileSync(file, (await run(['export', '--format', 'ics'])).stdout)
    const { stdout, stderr, code } = await run(['diff', '--against', file])
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(stdout).toMatch(/^The site and .* agree from /)
  })

  it('prints where the two disagree, with times and names, and ends with 1', async () => {
    const { run, file } = withFile('2026-11-23T09:00,Engineer X\n2026-11-30T09:00,Engineer B\n', 'pager.csv')
    const { stdout, code } = await run(['diff', '--against', file])
    expect(stdout).toContain(
      'Mon 23 Nov 2026, 09:00 to Mon 30 Nov 2026, 09:00: the site has Engineer A, the file Engineer X, who is no engineer of this content',
    )
    expect(code).toBe(1)
    const json = JSON.parse((await run(['diff', '--against', file, '--json'])).stdout) as {
      disagreements: unknown[]
    }
    expect(json.disagreements[0]).toEqual({
      start: '2026-11-23T09:00:00-05:00',
      end: '2026-11-30T09:00:00-05:00',
      site: 'engineer-a',
      file: 'Engineer X',
      unknown: true,
    })
  })

  it.each([
    [['--against', 'none.ics'], 'The file none.ics cannot be read.'],
    [['--against', 'x', '--markdown'], '--against goes with --json alone.'],
    [['data-engineering'], 'diff compares every rota'],
  ])('%j is wrong usage', async (args, message) => {
    const { stderr, code } = await createWorkspace().run(['diff', ...args])
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })
})
