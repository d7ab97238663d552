import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../scripts/commands/index.ts'
import { listedIn } from '../../scripts/lib/command-help.ts'
import { help } from '../support/command-help.ts'

/** Runs a command as npm does: through the starter, with the Node that runs the tests. */
function watchbook(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/start-node.js', ...args], {
    encoding: 'utf8',
  })
  return { stdout, stderr, code: status }
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const commands = Object.entries(scripts).flatMap(([name, script]) =>
  script.startsWith('node scripts/start-node.js ') ? [name] : [],
)

describe('the table of commands', () => {
  it('lists each command that npm can run, and no other', () => {
    const { stdout, code } = watchbook('--help')
    expect(listedIn(stdout).toSorted()).toEqual(commands.toSorted())
    expect(code).toBe(0)
  })

  it.each(commands)('%s --help gives its usage, exit codes and an example', async (name) => {
    expect(scripts[name]).toBe(`node scripts/start-node.js ${name}`)
    const { stdout, stderr, code } = await help(name)
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(stdout).toMatch(/^Usage: npm /)
    if (listedIn(stdout).length === 0) {
      expect(stdout).toMatch(/^Exit codes: 0 /m)
      expect(stdout).toMatch(/^Example: /m)
    }
    expect(COMMANDS[name]?.summary).toMatch(/^[a-z].*[^.]$/)
  })

  it('passes --help on to the command, in a process of its own', async () => {
    expect(watchbook('check', '--help')).toEqual(await help('check'))
  })

  it('suggests the nearest name for a command that there is not', () => {
    expect(watchbook('chek')).toEqual({
      stdout: '',
      stderr: 'There is no command "chek".\n    Did you mean "check"?\n',
      code: 2,
    })
  })

  it('suggests the nearest name for an option that there is not', () => {
    expect(watchbook('check', '--fromat', 'json')).toEqual({
      stdout: '',
      stderr: 'check has no option --fromat.\n    Did you mean --format?\n',
      code: 2,
    })
  })

  it('works on the folder of --content, wherever it is written', () => {
    const before = watchbook('--content', 'tests/fixtures/no-such-folder', 'check')
    const after = watchbook('check', '--content=tests/fixtures/no-such-folder')
    expect(before).toEqual(after)
    expect(before.code).toBe(1)
    expect(before.stdout).toContain('tests/fixtures/no-such-folder')
  })

  it('asks for the folder where --content has none', () => {
    expect(watchbook('check', '--content').stderr).toBe('--content needs a folder.\n    --content DIR\n')
  })
})
