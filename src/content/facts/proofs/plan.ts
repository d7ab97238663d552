import { existsSync } from 'node:fs'
import type { BlockRules } from '../../model/rehearsal.ts'
import type { Finding } from '../../read/findings.ts'
import { closestTo, didYouMean } from '../../../text/suggest.ts'
import type { PageBlock, ProvenPage } from './blocks.ts'
import { readCase, type Case } from './cases.ts'
import type { Rehearsal } from '../../read/rehearsals.ts'
import { displayPath } from '../../read/files.ts'
import { parametersOf } from './variables.ts'
import type { Proof } from '../../read/proof.ts'
import type { Path } from '../../read/yaml/position.ts'

/** A block with the page that it is on. */
export interface PlacedBlock {
  page: ProvenPage
  id: string
  proof: Proof
  /** As the page has it, with `<NAME>`. */
  written: string
  /** Of the opening fence. */
  line: number
  column: number
  rules: BlockRules
}

/** The parts of a fix, in the order of the page. */
export interface Fix {
  name: string
  rules: BlockRules
  preview: PlacedBlock | undefined
  changes: readonly PlacedBlock[]
  check: PlacedBlock | undefined
  commit: PlacedBlock | undefined
  undo: PlacedBlock | undefined
}

/** All that is run on one rehearsal. */
export interface Plan {
  rehearsal: Rehearsal
  setup: readonly PlacedBlock[]
  /** Blocks that only read, and answer or list. */
  reading: readonly PlacedBlock[]
  fixes: readonly Fix[]
  commands: readonly PlacedBlock[]
  cases: readonly Case[]
}

const isReading = ({ proof: { role } }: PlacedBlock) => ['diagnosis', 'gate', 'verify', 'list'].includes(role)

/**
 * Puts the blocks of all pages to their rehearsals.
 * @param broken the rehearsals that cannot be read: their blocks wait until they can
 * @returns the plans in order of name, and every name that leads nowhere
 */
export function plansOf(
  pages: readonly ProvenPage[],
  rehearsals: ReadonlyMap<string, Rehearsal>,
  broken: ReadonlySet<string>,
): { plans: Plan[]; findings: Finding[] } {
  const findings: Finding[] = []
  const placed: PlacedBlock[] = []
  for (const page of pages) {
    for (const each of page.blocks) {
      if (each.proof && broken.has(each.proof.rehearsal)) continue
      const problem = each.problem ?? unknownRehearsal(each, rehearsals)
      if (problem !== undefined || !each.proof) findings.push(fenceFinding(page, each, problem ?? 'No proof'))
      else placed.push(place(page, each, each.proof, rehearsals))
    }
  }
  const plans = [...rehearsals.values()].map((rehearsal) => planOf(rehearsal, placed, findings))
  return { plans, findings }
}

function place(
  page: ProvenPage,
  { id, block }: PageBlock,
  proof: Proof,
  rehearsals: ReadonlyMap<string, Rehearsal>,
): PlacedBlock {
  const rules = rehearsals.get(proof.rehearsal)?.file.blocks?.[proof.name] ?? {}
  return { page, id, proof, written: block.code, line: block.line, column: block.column, rules }
}

function unknownRehearsal(
  { proof }: PageBlock,
  rehearsals: ReadonlyMap<string, Rehearsal>,
): string | undefined {
  if (!proof || rehearsals.has(proof.rehearsal)) return undefined
  const near = closestTo(proof.rehearsal, [...rehearsals.keys()])
  const hint = near === undefined ? '' : `: did you mean "${near}"?`
  return `There is no rehearsal "${proof.rehearsal}"${hint}`
}

const sentence = (text: string): string => `${(text[0] ?? '').toUpperCase()}${text.slice(1)}.`

function fenceFinding(page: ProvenPage, { block }: PageBlock, problem: string): Finding {
  const [message = problem, hint] = problem.split(/: (.*)/s)
  return {
    file: page.file,
    line: block.line,
    column: block.column,
    severity: 'error',
    rule: 'block-test',
    message,
    hint:
      (hint && sentence(hint)) ??
      'Write test="rehearsal/block" with a folder of rehearsals/, or test="none: why".',
  }
}

function planOf(rehearsal: Rehearsal, placed: readonly PlacedBlock[], findings: Finding[]): Plan {
  const own = placed.filter(({ proof }) => proof.rehearsal === rehearsal.name)
  const report = (
    file: string,
    line: number | undefined,
    rule: string,
    message: string,
    hint: string,
    column = 1,
  ) =>
    findings.push({
      file,
      ...(line === undefined ? {} : { line, column }),
      severity: 'error',
      rule,
      message,
      hint,
    })
  const file = displayPath(`${rehearsal.folder}/rehearsal.yaml`)
  const names = new Set(own.map(({ proof: { name } }) => name))
  const wrongName = (at: Path, message: string, hint: string, part?: 'key') => {
    const { line, column } = rehearsal.placeOf(at, part)
    report(file, line, 'rehearsal', message, hint, column)
  }
  const setups = placed.filter(({ proof }) => proof.role === 'setup')

  const named = (rehearsal.file.setup ?? []).flatMap((name, index) => {
    const full = name.includes('/') ? name : `${rehearsal.name}/${name}`
    const fullName = ({ proof }: PlacedBlock) => `${proof.rehearsal}/${proof.name}`
    const found = setups.filter((block) => fullName(block) === full)
    if (found.length === 0)
      wrongName(
        ['setup', index],
        `No setup block is called "${full}"`,
        didYouMean(full, [...new Set(setups.map(fullName))]) ?? 'Name one that a page has.',
      )
    return found
  })
  const setup = [...new Set([...named, ...own.filter(({ proof }) => proof.role === 'setup')])]
  const { blocks = {}, repair = [] } = rehearsal.file
  const places: { name: string; at: Path; part?: 'key' }[] = [
    ...Object.keys(blocks).map((name) => ({ name, at: ['blocks', name], part: 'key' as const })),
    ...repair.map((name, index) => ({ name, at: ['repair', index] })),
    ...Object.entries(blocks).flatMap(([block, { after = [] }]) =>
      after.map((name, index) => ({ name, at: ['blocks', block, 'after', index] })),
    ),
  ]
  for (const { name, at, part } of places) {
    if (names.has(name)) continue
    const nearest = closestTo(name, [...names])
    wrongName(
      at,
      `No page has a block "${rehearsal.name}/${name}"`,
      nearest === undefined
        ? `Its blocks: ${[...names].sort().join(', ') || 'none'}.`
        : `Did you mean "${nearest}"?`,
      part,
    )
  }
  for (const set of rehearsal.expect.keys()) {
    if (!names.has(set.split('.')[1] ?? ''))
      report(
        displayPath(expectedFile(rehearsal, set)),
        undefined,
        'rehearsal',
        'No block answers with this file',
        'Remove it, or name it <set>.<block>.csv, or recorded.<block>.txt.',
      )
  }
  for (const block of own) {
    const values = rehearsal.file.variables ?? {}
    for (const name of parametersOf(block.proof.role === 'command' ? '' : block.written)) {
      if (values[name] === undefined)
        report(
          block.page.file,
          block.line,
          'block-test',
          `The rehearsal "${rehearsal.name}" gives no value for <${name}>`,
          'Add it to `variables` of its rehearsal.yaml.',
          block.column,
        )
    }
    const twin = own.find((other) => other !== block && other.id === block.id)
    if (twin && own.indexOf(twin) < own.indexOf(block))
      report(
        block.page.file,
        block.line,
        'block-test',
        `Another block is called "${block.id}"`,
        'Give each block a name of its own.',
      )
  }
  const cases = [...rehearsal.cases].map(([name, text]) => {
    const { found, problems } = readCase(name, text, names)
    for (const { line, message, hint } of problems)
      report(displayPath(`${rehearsal.folder}/cases/${name}.sql`), line, 'rehearsal', message, hint)
    return found
  })
  return {
    rehearsal,
    setup,
    reading: own.filter(isReading),
    fixes: fixesOf(own),
    commands: own.filter(({ proof }) => proof.role === 'command'),
    cases,
  }
}

/** A printed answer is text, rows are CSV. */
function expectedFile({ folder }: Rehearsal, set: string): string {
  const file = `${folder}/expect/${set}`
  return existsSync(`${file}.txt`) ? `${file}.txt` : `${file}.csv`
}

function fixesOf(blocks: readonly PlacedBlock[]): Fix[] {
  const parts = blocks.filter(({ proof: { role } }) =>
    ['preview', 'change', 'check', 'commit', 'undo'].includes(role),
  )
  return [...new Set(parts.map(({ proof: { name } }) => name))].map((name) => {
    const own = parts.filter(({ proof }) => proof.name === name)
    const part = (role: string) => own.find(({ proof }) => proof.role === role)
    return {
      name,
      rules: own[0]?.rules ?? {},
      preview: part('preview'),
      changes: own.filter(({ proof }) => proof.role === 'change'),
      check: part('check'),
      commit: part('commit'),
      undo: part('undo'),
    }
  })
}
