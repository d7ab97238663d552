import { describe, expect, it } from 'vitest'
import { workspace } from './workspace.ts'

describe('npm run prove -- --format github', () => {
  const content = workspace()
  const args = ['--format', 'github', '--page', 'issues/naive', '--block', 'gate', '--kind', 'empty-table']

  it('marks the fence of a wrong block, with the first data set, and fails', async () => {
    const { code, out } = await content.prove(...args, '--engine', 'postgresql')
    const line =
      content
        .read('issues/naive.md')
        .split('\n')
        .findIndex((text) => text.includes('/gate"')) + 1
    expect(out).toMatch(
      new RegExp(
        `^::error file=\\S*issues/naive\\.md,line=${String(line)},col=\\d+,title=wrong-answer::`,
        'm',
      ),
    )
    expect(out).toContain('gave a wrong answer on')
    expect(out).toContain('data sets: the case "empty-month"')
    expect(code).toBe(1)
  })

  it('marks nothing where no answer is wrong', async () => {
    const sound = args.map((word) => word.replace('naive', 'sound').replace(/^gate$/, 'verify-refill'))
    const { code, out } = await content.prove(...sound, '--engine', 'postgresql')
    expect(out).not.toContain('::error')
    expect(code).toBe(0)
  })
})
