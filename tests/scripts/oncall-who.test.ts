import { describe, expect, it } from 'vitest'
import { createWorkspace } from './workspace.ts'

describe('oncall who', () => {
  it('says who is on call, until when in both zones, who is next, and whether it may still move', async () => {
    const { stdout, stderr, code } = createWorkspace().oncall(['who'])
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(stdout).toMatchInlineSnapshot(`
      "Data Engineering
        on call  Engineer D
        until    Mon 23 Nov 2026, 09:00 EST (America/New_York)
                 Mon 23 Nov 2026, 15:00 GMT+1 (your zone, Europe/Berlin)
        next     Engineer A, until Mon 30 Nov, 09:00
        week     planned: it may still move
      "
    `)
  })

  it.each(['UTC', 'Pacific/Kiritimati', 'Australia/Lord_Howe'])(
    'answers the same to a reader in %s, in their zone',
    async (zone) => {
      const lines = createWorkspace().oncall(['who'], { TZ: zone }).stdout.split('\n')
      expect(lines[1]).toBe('  on call  Engineer D')
      expect(lines[3]).toContain('your zone')
      const there = {
        UTC: 'Mon 23 Nov 2026, 14:00',
        'Pacific/Kiritimati': 'Tue 24 Nov 2026, 04:00',
        'Australia/Lord_Howe': 'Tue 24 Nov 2026, 01:00',
      }
      expect(lines[3]).toContain(there[zone as keyof typeof there])
    },
  )

  it('shows one zone where the reader is in the zone of the rota', async () => {
    expect(createWorkspace().oncall(['who'], { TZ: 'America/New_York' }).stdout).not.toContain('your zone')
  })

  it('names the cover of a day off and why', async () => {
    const { stdout } = await createWorkspace().run(['who', 'data-engineering', '--at', '2026-01-26'])
    expect(stdout).toMatchInlineSnapshot(`
      "Data Engineering, Mon 26 Jan 2026, 12:00 EST
        on call  Engineer C, covering Engineer A (day off)
        until    Tue 27 Jan 2026, 09:00 EST (America/New_York)
                 Tue 27 Jan 2026, 15:00 GMT+1 (your zone, Europe/Berlin)
        next     Engineer A, until Mon 2 Feb, 09:00
        week     planned: it may still move
      "
    `)
  })

  it('names the second where the rota has one, and until when if that is another time', async () => {
    const workspace = createWorkspace()
    workspace.append('rotas/data-engineering.yaml', 'second: next\n')
    expect((await workspace.run(['who'])).stdout).toContain('  second   Engineer A\n')
    // On the Monday that D has off, who covers is on call for a day; A is second all week.
    expect((await workspace.run(['who', '--at', '2026-01-26'])).stdout).toMatch(
      / {2}second {3}Engineer [ABD]/,
    )
    const { second } = JSON.parse((await workspace.run(['who', '--json'])).stdout) as { second: object }
    expect(second).toMatchObject({ engineer: 'engineer-a', end: '2026-11-23T09:00:00-05:00' })
  })

  it('names an override and its reason', async () => {
    const workspace = createWorkspace()
    workspace.append(
      'rotas/data-engineering.yaml',
      'overrides:\n  - { from: 2026-08-04, to: 2026-08-05, engineer: engineer-c, reason: Swap agreed with B }\n',
    )
    expect((await workspace.run(['who', '--at', '2026-08-04'])).stdout).toContain(
      'Engineer C (Swap agreed with B)',
    )
    expect((await workspace.run(['who', '--at', '2026-08-03'])).stdout).toContain(
      'next     Engineer C (Swap agreed with B)',
    )
  })

  it.each([
    ['the second before a handoff', '2026-01-05T08:59:59-05:00', 'Engineer A'],
    ['the handoff itself', '2026-01-05T09:00:00-05:00', 'Engineer B'],
    ['an instant of another offset', '2026-01-05T14:00:00Z', 'Engineer B'],
    ['a time without an offset, in the zone of the rota', '2026-01-05T08:59', 'Engineer A'],
    ['a date, which is its duty day', '2026-01-05', 'Engineer B'],
  ])('at %s', async (_, at, name) => {
    expect((await createWorkspace().run(['who', '--at', at])).stdout).toContain(`on call  ${name}`)
  })

  it.each([
    ['after the data end', '2028-01-03T09:00', 'No rota after Mon 3 Jan 2028, 09:00 EST'],
    ['before the rota starts', '2025-12-29T08:59', 'The rota starts on Mon 29 Dec 2025, 09:00 EST'],
  ])('names nobody %s, and exits with 1', async (_, at, sentence) => {
    const { stdout, code } = await createWorkspace().run(['who', '--at', at])
    expect(stdout).toContain(sentence)
    expect(stdout).not.toContain('on call  ')
    expect(code).toBe(1)
  })

  it('says that no data follow the last shift rather than naming its holder again', async () => {
    expect((await createWorkspace().run(['who', '--at', '2028-01-03T08:59'])).stdout).toContain(
      'next     no rota after Mon 3 Jan 2028',
    )
  })

  it('prints JSON for programs', async () => {
    const { stdout } = createWorkspace().oncall(['who', '--at', '2026-01-26T10:00', '--json'])
    expect(JSON.parse(stdout)).toEqual({
      rota: 'data-engineering',
      timeZone: 'America/New_York',
      at: '2026-01-26T10:00:00-05:00',
      shift: {
        start: '2026-01-26T09:00:00-05:00',
        end: '2026-01-27T09:00:00-05:00',
        engineer: 'engineer-c',
        kind: 'cover',
        for: 'engineer-a',
        reason: 'day off',
      },
      until: '2026-01-27T09:00:00-05:00',
      next: {
        start: '2026-01-27T09:00:00-05:00',
        end: '2026-02-02T09:00:00-05:00',
        engineer: 'engineer-a',
        kind: 'rotation',
      },
      published: false,
      data: { from: '2025-12-29T09:00:00-05:00', until: '2028-01-03T09:00:00-05:00' },
    })
  })

  it('answers in an incident although a runbook has a mistake', async () => {
    const workspace = createWorkspace()
    workspace.write('runbooks/profit.mdx', 'no frontmatter')
    expect((await workspace.run(['who'])).code).toBe(0)
  })
})
