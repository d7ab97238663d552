/** The engines that run SQL. */
export const ENGINE_NAMES = ['duckdb', 'postgresql'] as const
export type EngineName = (typeof ENGINE_NAMES)[number]

/** The three answers that a block may give, the worst last; the worst of its rows counts. */
export const VERDICTS = ['ok', 'cannot tell', 'fault'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A page's own words, each with the verdict that it stands for. */
export type Words = ReadonlyMap<string, Verdict>

export const PLAIN_WORDS: Words = new Map(VERDICTS.map((verdict) => [verdict, verdict]))

/** What a block is for. docs/prove.md says what each must answer. */
export const ROLES = [
  'setup',
  'diagnosis',
  'gate',
  'verify',
  'list',
  'preview',
  'change',
  'check',
  'commit',
  'undo',
  'command',
] as const
export type Role = (typeof ROLES)[number]

/** What a fence says of a block that is run on a rehearsal. */
export interface Proof {
  rehearsal: string
  name: string
  role: Role
  words: Words
  /** The engines that it is written for. */
  engines: readonly EngineName[]
}

const TEST = /^(?<rehearsal>[a-z0-9]+(?:-[a-z0-9]+)*)\/(?<name>[a-z0-9]+(?:-[a-z0-9]+)*)$/

/**
 * Reads the attributes of a fence whose `test` names a rehearsal and a block.
 *
 * @param attributes of the fence, a bare one as `true`
 * @param isShell whether the block is typed into a shell
 * @returns the proof, or what is wrong with the fence and what to write
 */
export function readProof(
  attributes: ReadonlyMap<string, string | true>,
  isShell: boolean,
): Proof | { problem: string } {
  const test = attributes.get('test')
  const named = TEST.exec(typeof test === 'string' ? test : '')?.groups
  if (!named) return { problem: `"${String(test)}" names no block: write test="rehearsal/block"` }
  const { rehearsal = '', name = '' } = named
  const role = readRole(attributes.get('role'), isShell)
  if (typeof role !== 'string') return role
  const words = attributes.has('words') ? readWords(String(attributes.get('words'))) : PLAIN_WORDS
  if ('problem' in words) return words
  const engine = attributes.get('engine')
  if (engine !== undefined && !ENGINE_NAMES.some((each) => each === engine))
    return {
      problem: `No engine "${String(engine)}" runs here: write ${ENGINE_NAMES.join(' or ')}, or test="none: ${String(engine)}" for a block that is not run`,
    }
  const engines = isShell ? [] : ENGINE_NAMES.filter((each) => engine === undefined || each === engine)
  return { rehearsal, name, role, words, engines }
}

function readRole(written: string | true | undefined, isShell: boolean): Role | { problem: string } {
  if (written === undefined && isShell) return 'command'
  const role = ROLES.find((each) => each === written)
  if (role === undefined) {
    const problem = written === undefined ? 'The fence says no role' : `There is no role "${String(written)}"`
    return { problem: `${problem}: write role="diagnosis", or another of ${ROLES.join(', ')}` }
  }
  if (isShell !== (role === 'command'))
    return { problem: isShell ? 'A shell block has role="command"' : 'Only a shell block has role="command"' }
  return role
}

/**
 * Reads `publish=ok, footnote=fault, block=fault` out of a fence.
 * @returns the words, or what is wrong with the text
 */
export function readWords(text: string): Words | { problem: string } {
  const words = new Map<string, Verdict>(PLAIN_WORDS)
  for (const pair of text.split(',')) {
    const [word = '', meaning = '', ...rest] = pair.split('=').map((part) => part.trim())
    const verdict = VERDICTS.find((each) => each === meaning)
    if (word === '' || verdict === undefined || rest.length > 0)
      return { problem: `"${pair.trim()}" maps no word: write words="publish=ok, block=fault"` }
    words.set(word, verdict)
  }
  return words
}

/** What a page may say of one of its blocks: nothing here that a receipt has not earned. */
export type Mark =
  | { kind: 'not tested' }
  | { kind: 'changed' }
  /** Read by a parser and not run. */
  | { kind: 'parsed'; by: string }
  | {
      kind: 'run'
      engines: readonly RunOn[]
      sets: number
      wrong: number
      day: string
      notNoticed: readonly string[]
      /** Engines that the page names, and that no block is run on: `Spark`. */
      elsewhere?: readonly string[]
    }
  /** A shell block, against recorded answers. */
  | { kind: 'recorded'; sets: number; wrong: number; day: string; rehearsal: string }

export interface RunOn {
  /** As it is written: `DuckDB 1.5.6`. */
  label: string
  /** Folder of the rehearsal, from the content folder: what was run. */
  rehearsal: string
}

/** A mark in a word or two, as a page shows it; the rest unfolds. */
export const SHORT_MARKS: Readonly<Record<Mark['kind'] | 'none', string>> = {
  none: 'not run',
  'not tested': 'not tested',
  changed: 'changed since its test',
  parsed: 'not run',
  recorded: 'run with recorded answers',
  run: 'run',
}

/** The same where answers were wrong. */
export function shortMark(mark: Mark | undefined): string {
  const short = SHORT_MARKS[mark?.kind ?? 'none']
  return isWrong(mark) ? `${short}, wrong on some` : short
}

/** Whether a block was run and always right: it gets a tick, and nobody is to take one for what was wrong on some data. */
export function isTicked(mark: Mark | undefined): boolean {
  return (mark?.kind === 'run' || mark?.kind === 'recorded') && !isWrong(mark)
}

function isWrong(mark: Mark | undefined): boolean {
  return mark !== undefined && 'wrong' in mark && mark.wrong > 0
}
