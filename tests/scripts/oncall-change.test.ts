import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createWorkspace } from './workspace.ts'

describe('oncall swap, cover and leave', () => {
  it('say what a swap does, and write nothing in a try', async () => {
    const workspace = createWorkspace()
    const { stdout, code } = await workspace.run([
      'swap',
      'engineer-a',
      '2026-11-23',
      'engineer-b',
      '2026-11-30',
      '--dry-run',
    ])
    expect(code).toBe(0)
    expect(stdout).toContain('  Engineer B takes 23–29 Nov from Engineer A.\n')
    expect(stdout).toContain('Nothing was written to ')
    expect(existsSync(join(workspace.root, 'overrides'))).toBe(false)
  })

  it('write one file, which the next one does not write over', async () => {
    const workspace = createWorkspace()
    const args = ['cover', 'engineer-b', '2026-11-25T18:00', '2026-11-25T22:00']
    expect((await workspace.run(args)).code).toBe(0)
    const [file = ''] = readdirSync(join(workspace.root, 'overrides'))
    expect(readFileSync(join(workspace.root, 'overrides', file), 'utf8')).toBe(
      'rota: data-engineering\nfrom: 2026-11-25T18:00\nto: 2026-11-25T22:00\nengineer: engineer-b\nreason: Cover\n',
    )
    expect((await workspace.run(['who', '--at', '2026-11-25T20:00-05:00'])).stdout).toContain(
      'Engineer B (Cover)',
    )
    // The same hours again contradict the first file.
    const again = await workspace.run(args)
    expect(again.code).toBe(1)
    expect(again.stderr).toContain('overlaps the one from 2026-11-25T18:00')
    expect(readdirSync(join(workspace.root, 'overrides'))).toEqual([file])
  })

  it('name the fairest partners where none is said and nobody sits at a terminal', async () => {
    const { stderr, code } = await createWorkspace().run(['swap', 'engineer-a', '2026-11-23'])
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /Say with whom\. The fairest first:\n {2}1\. Engineer [BCD] \(engineer-[bcd]\): gives you/,
    )
  })

  it('let whoever sits at a terminal choose among them', async () => {
    const workspace = createWorkspace()
    const questions: string[] = []
    const answer = (text: string) => (question: string) => {
      questions.push(question)
      return Promise.resolve(text)
    }
    const chosen = await workspace.run(['swap', 'engineer-a', '2026-11-23'], answer('2'))
    expect(chosen.code).toBe(0)
    expect(questions).toHaveLength(1)
    const files = readdirSync(join(workspace.root, 'overrides'))
    expect(files.length).toBeGreaterThan(0)
    const none = createWorkspace()
    const refused = await none.run(['swap', 'engineer-a', '2026-11-23'], answer('nobody'))
    expect(refused.code).toBe(2)
    expect(none.files('.')).not.toContain('overrides')
  })

  it('write a leave, which has no reason', async () => {
    const workspace = createWorkspace()
    expect((await workspace.run(['leave', 'engineer-c', '2027-05-03', '2027-05-30'])).code).toBe(0)
    expect(readFileSync(join(workspace.root, 'leave', '2027-05-03-engineer-c.yaml'), 'utf8')).toBe(
      'engineer: engineer-c\nfrom: 2027-05-03\nto: 2027-05-30\n',
    )
  })

  it('find a person by the nearest name, and the turns of a person without one on that date', async () => {
    const workspace = createWorkspace()
    expect((await workspace.run(['cover', 'engineer-e', '2026-12-01'])).stderr).toContain('Did you mean')
    const { stderr, code } = await workspace.run([
      'swap',
      'engineer-b',
      '2026-11-23',
      'engineer-a',
      '2026-11-30',
    ])
    expect(code).toBe(2)
    expect(stderr).toContain('engineer-b has no turn on 2026-11-23.')
    expect(stderr).toContain('Their next turns begin on 2026-')
  })
})
