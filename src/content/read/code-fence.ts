/** What a fence's info string says of how its block is tested. */
export type BlockTest =
  /** Executed over `tests/fixtures/runbooks/<fixture>/`; `step` names its table of expected rows. */
  | { kind: 'run'; fixture: string; step?: string }
  /** A bare `test`: nothing runs it, and its mark is "Not tested." */
  | { kind: 'parse' }
  /** Not tested, for a reason that the reader sees. */
  | { kind: 'none'; reason: string }
  /** Pasted output or a drawing: nothing that a reader would type. */
  | { kind: 'output' }
  /** Says nothing, which is a finding. */
  | { kind: 'silent' }
  /** Says something that means nothing, which is a finding too. */
  | { kind: 'invalid'; problem: string }

/** What reads a block: one parser for each. */
export type BlockKind = 'sql' | 'shell' | 'json' | 'yaml' | 'python' | 'properties' | 'other'

const kinds: Readonly<Record<string, BlockKind>> = {
  sql: 'sql',
  bash: 'shell',
  sh: 'shell',
  shell: 'shell',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  python: 'python',
  py: 'python',
  properties: 'properties',
}

const outputLanguages: readonly string[] = ['text', 'txt', 'plaintext', 'log', 'diff', 'mermaid']

const name = '[a-z0-9]+(?:-[a-z0-9]+)*'
const runMark = new RegExp(`^(?<fixture>${name})(?:/(?<step>${name}))?$`)
const noneMark = /^none\s*:?\s*(?<reason>.*)$/s

/** The kind of block that a fence's language stands for; what has no parser here is `other`. */
export function blockKind(language: string | null | undefined): BlockKind {
  return kinds[language?.toLowerCase() ?? ''] ?? 'other'
}

const ATTRIBUTE = /(?<key>[\w-]+)(?:=(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"']+)))?/g

/** The names of the attributes of a fence, in order, one for each time that it is there. */
export function fenceAttributeNames(meta: string | null | undefined): string[] {
  return [...(meta ?? '').matchAll(ATTRIBUTE)].map(({ groups = {} }) => groups['key'] ?? '')
}

/** Reads `key="value"`, `key='value'`, `key=value` and bare `key` out of what follows a fence's language. */
export function fenceAttributes(meta: string | null | undefined): ReadonlyMap<string, string | true> {
  return new Map(
    [...(meta ?? '').matchAll(ATTRIBUTE)].map(({ groups = {} }) => [
      groups['key'] ?? '',
      groups['double'] ?? groups['single'] ?? groups['bare'] ?? true,
    ]),
  )
}

/**
 * How a block is tested, from its fence: ```` ```sql test="late-data/lag" ````, ```` ```bash test ````,
 * ```` ```bash test="none: needs a broker" ````.
 * @param language the fence's first word (`sql`), absent for a fence without one
 * @param meta the rest of the info string
 */
export function blockTest(language: string | null | undefined, meta: string | null | undefined): BlockTest {
  const mark = fenceAttributes(meta).get('test')
  if (mark === undefined) {
    return outputLanguages.includes(language?.toLowerCase() ?? '') ? { kind: 'output' } : { kind: 'silent' }
  }
  const kind = blockKind(language)
  if (mark === true) {
    return kind === 'other'
      ? { kind: 'invalid', problem: `nothing here parses "${language ?? ''}": say test="none: why"` }
      : { kind: 'parse' }
  }
  const none = noneMark.exec(mark)
  if (none) {
    const reason = none.groups?.['reason']?.trim() ?? ''
    return reason === ''
      ? { kind: 'invalid', problem: 'say why it is not tested: test="none: needs a broker"' }
      : { kind: 'none', reason }
  }
  const run = runMark.exec(mark)?.groups
  if (!run) return { kind: 'invalid', problem: `"${mark}" names no block: write test="rehearsal/block"` }
  if (kind !== 'sql' && kind !== 'shell')
    return { kind: 'invalid', problem: 'only SQL and shell blocks are run: write a bare `test`' }
  const { fixture = '', step } = run
  return step === undefined ? { kind: 'run', fixture } : { kind: 'run', fixture, step }
}
