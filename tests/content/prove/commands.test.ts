import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { proofsOf } from '../../../src/content/facts/proofs/index.ts'
import { prove } from '../../../src/content/prove/prove.ts'
import type { BlockResult } from '../../../src/content/prove/results.ts'
import { readShellCase } from '../../../src/content/prove/shell/case.ts'
import { loadContent } from '../../../src/content/read/load.ts'
import { whyNoBox } from './box-problem.ts'
import { workspace } from './workspace.ts'

const problem = whyNoBox()

/** Blocks that people write, each with the kinds on which it is found, or none where it is right. */
const BLOCKS: readonly { name: string; code: string; kinds: readonly string[] }[] = [
  {
    name: 'sound',
    code: ': "${HOST:?Set HOST first}" &&\n  set -o noclobber &&\n  tool list "$HOST" > "list-$HOST.txt" &&\n  cat "list-$HOST.txt"',
    kinds: [],
  },
  { name: 'no-guard', code: 'tool list "$HOST" > out.txt', kinds: ['empty'] },
  {
    name: 'guard-apart',
    code: ': "${HOST:?Set HOST first}"\ntool list "${HOST-}"',
    kinds: ['unset', 'empty'],
  },
  { name: 'default', code: 'tool list "${HOST:-db-1}"', kinds: ['unset', 'empty'] },
  {
    name: 'pipe',
    code: ': "${HOST:?Set HOST first}" && tool list "$HOST" | sort',
    kinds: ['placeholder', 'missing', 'fails'],
  },
  {
    name: 'goes-on',
    code: ': "${HOST:?Set HOST first}" && tool list "$HOST"; tool drop old',
    kinds: ['placeholder', 'missing', 'fails'],
  },
  {
    name: 'overwrites',
    code: ': "${HOST:?Set HOST first}" && date +%N > stamp.txt && tool list "$HOST"',
    kinds: ['twice'],
  },
  {
    name: 'removes',
    code: ': "${HOST:?Set HOST first}" && rm -f given.txt && tool list "$HOST"',
    kinds: ['recorded'],
  },
  {
    name: 'says-ok',
    code: ': "${HOST:?Set HOST first}" && tool list "$HOST" && echo "verdict: ok"',
    kinds: ['error-on-stdout', 'answers-nothing'],
  },
  { name: 'typo', code: ': "${HOST:?Set HOST first}" && tool lits "$HOST"', kinds: ['recorded'] },
  {
    name: 'case-blind',
    code: ': "${HOST:?Set HOST first}" && tool list "$HOST" && cat given.txt',
    kinds: ['case'],
  },
  { name: 'prints-other', code: ': "${HOST:?Set HOST first}" && tool list "$HOST"', kinds: ['recorded'] },
  { name: 'reads-later', code: ': "${HOST:?Set HOST first}" && cat "list-$HOST.txt"', kinds: [] },
]

const FILES: Readonly<Record<string, string>> = {
  'rehearsal.yaml':
    'title: A tool\nsummary: A tool that lists.\ntables: []\nvariables: { HOST: db-9 }\nblocks:\n  reads-later: { after: [sound] }\n',
  'files/given.txt': 'given\n',
  'commands/tool.yaml': '- arguments: [list, $HOST]\n  stdout: |\n    one\n- arguments: [drop, old]\n',
  'cases/given-is-wrong.yaml':
    'why: The file is another one.\nfiles: { given.txt: wrong }\nblocks:\n  case-blind: { exit: fails, neverSays: wrong }\n  sound: { exit: 0, says: one }\n',
  'expect/recorded.prints-other.txt': 'two\n',
}

describe.skipIf(problem !== undefined)('a shell block that is proved', () => {
  const content = workspace()
  const results = new Map<string, BlockResult>()

  beforeAll(async () => {
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(path.dirname(path.join(content.root, 'rehearsals/tools', file)), { recursive: true })
      content.write(`rehearsals/tools/${file}`, text)
    }
    const blocks = BLOCKS.map(({ name, code }) => `\`\`\`bash test="tools/${name}"\n${code}\n\`\`\`\n`)
    content.write('issues/tools.md', `---\ntitle: Tools\nsummary: Blocks.\n---\n\n${blocks.join('\n')}`)
    const { plans, findings } = proofsOf(loadContent(content.root))
    expect(findings).toEqual([])
    const { results: found } = await prove(plans, [], {
      draw: { seed: 1, limit: 1, pairs: 0, kinds: undefined },
      wants: ({ page }) => page.id === 'tools',
      canRunShell: true,
      progress: () => undefined,
    })
    for (const { page, id, proof } of plans.flatMap(({ commands }) => commands))
      results.set(proof.name, found.of(page.file, id))
  })

  const wrong = (name: string) => [...(results.get(name)?.wrongSets.keys() ?? [])]

  it.each(BLOCKS.filter(({ kinds }) => kinds.length > 0))('is found wrong: $name', ({ name, kinds }) => {
    expect(wrong(name)).toEqual(expect.arrayContaining([...kinds]))
  })

  it.each(BLOCKS.filter(({ kinds }) => kinds.length === 0))('is right: $name', ({ name }) => {
    expect(results.get(name)?.total).toBeGreaterThan(3)
    expect(results.get(name)?.wrong).toEqual([])
  })

  it('finds what the block before it has left, where the rehearsal says so', () => {
    expect(wrong('reads-later')).toEqual([])
  })
})

describe('a case of a shell block', () => {
  it.each([
    ['without a reason', 'blocks: {}', /why/],
    ['with an exit code that is not asked for', 'why: x\nblocks: { a: { exit: 3 } }', /exit/],
    ['with a field that there is not', 'why: x\nblocks: {}\nfile: {}', /file/],
    ['that is no YAML', 'why: [', /not closed/],
  ])('%s is refused', (_, text, message) => {
    expect(readShellCase(text)).toEqual({ problem: expect.stringMatching(message) as string })
  })
})
