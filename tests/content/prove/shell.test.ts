import { afterAll, describe, expect, it } from 'vitest'
import { Box, CALL_LOG } from '../../../src/content/prove/shell/box.ts'
import { readRecorded, stub, type Behavior } from '../../../src/content/prove/shell/recorded.ts'
import { whyNoBox } from './box-problem.ts'

const problem = whyNoBox()

const recorded = readRecorded(
  '- arguments: [--list, $GROUP]\n  stdout: |\n    a 1\n- arguments: [--all, "**"]\n  exit: 3\n',
)
if ('problem' in recorded) throw new Error(recorded.problem)
const values = { GROUP: 'loader' }
const commands = (behavior: Behavior = 'recorded') =>
  new Map([['tool', stub('tool', recorded, values, behavior, CALL_LOG)]])

describe.skipIf(problem !== undefined)('a shell block in its box', () => {
  const box = new Box()
  afterAll(() => {
    box.close()
  })

  it('gets the recorded answer to the recorded arguments', async () => {
    const run = await box.run('tool --list "$GROUP" > out.txt && cat out.txt', commands(), values)
    expect(run).toMatchObject({ output: 'a 1\n', exit: 0, calls: ['tool --list loader'] })
    expect(run.files.get('out.txt')).toBe('a 1\n')
  })

  it('gets an error for a call that nobody recorded', async () => {
    const run = await box.run('tool --lsit loader', commands(), values)
    expect(run.calls).toEqual(['tool --lsit loader', 'unrecorded: tool --lsit loader'])
    expect(run.exit).not.toBe(0)
  })

  it('gets the exit code that was recorded', async () => {
    expect((await box.run('tool --all a b', commands(), values)).exit).toBe(3)
  })

  it.each([
    ['missing', 127],
    ['fails', 1],
    ['error-on-stdout', 0],
    ['answers-nothing', 0],
  ] as const)('meets a tool that is %s', async (behavior, exit) => {
    expect((await box.run('tool --list loader', commands(behavior), values)).exit).toBe(exit)
  })

  it('is typed as people paste: the next line runs after one that failed', async () => {
    const { output } = await box.run(': "${UNSET:?Set UNSET first}"\necho went on', commands(), values)
    expect(output).toMatch(/Set UNSET first[^]*went on/)
  })

  it.each([
    ['reach the network', '(exec 3<>/dev/tcp/127.0.0.1/22) 2>&1', /unreachable|refused/i],
    ['write outside of its folder', 'touch /outside /usr/outside /commands/outside', /Read-only file system/],
    ['read what belongs to the machine', 'cat /etc/passwd', /No such file/],
    ['run a program that is not recorded', 'curl https://example.com', /command not found/],
    [
      'take rights back',
      '/usr/bin/mount -t tmpfs x /work',
      /permission denied|must be superuser|not permitted/i,
    ],
  ])('cannot %s', async (_, block, refusal) => {
    expect((await box.run(block, commands(), values)).output).toMatch(refusal)
  })

  it('sees nothing of the environment that it is started from', async () => {
    process.env['A_SECRET_OF_THIS_TEST'] = 'leaked'
    const { output } = await box.run('env', commands(), values)
    delete process.env['A_SECRET_OF_THIS_TEST']
    expect(output).toContain('GROUP=loader')
    expect(output).not.toContain('leaked')
  })

  it('starts in an empty folder each time', async () => {
    await box.run('touch left', commands(), values)
    expect((await box.run('ls -A', commands(), values)).output.trim()).toBe('')
  })
})

describe('recorded answers', () => {
  it.each([
    ['not a list', 'arguments: [a]', /array/],
    ['an unknown field', '- arguments: [a]\n  stdot: x', /stdot/],
    ['an exit code that there is not', '- arguments: [a]\n  exit: 300', /255/],
    ['no YAML', '- [', /YAML/],
  ])('that are %s are refused', (_, text, message) => {
    expect(readRecorded(text)).toEqual({ problem: expect.stringMatching(message) as string })
  })
})
