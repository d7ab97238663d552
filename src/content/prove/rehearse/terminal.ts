import type { Plan } from '../../facts/proofs/plan.ts'
import { Box, CALL_LOG, TOOLS } from '../shell/box.ts'
import { readRecorded, stub } from '../shell/recorded.ts'

/** What a pasted block may begin with that is no SQL: a guard (`: "${NAME:?…}"`), or setting an option or a variable. */
const SHELL_START = /^\s*(?::\s|set\s+-|export\s|cd\s|[A-Z_][A-Z0-9_]*=)/

/**
 * A shell without network, in which the tools of rehearsals answer as they were recorded. Files stay from one block to the
 * next; variables and the folder do not.
 */
export class Terminal {
  readonly #box = new Box()
  readonly #values: Readonly<Record<string, string>>
  readonly #scripts: ReadonlyMap<string, string>
  readonly #problems: readonly string[]
  #files: ReadonlyMap<string, string>

  constructor(plans: readonly Plan[], values: Readonly<Record<string, string>>) {
    const scripts = new Map<string, string>()
    const problems: string[] = []
    for (const { rehearsal } of plans)
      for (const [tool, text] of rehearsal.commands) {
        const recorded = readRecorded(text)
        if ('problem' in recorded)
          problems.push(`${rehearsal.name}/commands/${tool}.yaml: ${recorded.problem}`)
        else scripts.set(tool, stub(tool, recorded, values, 'recorded', CALL_LOG))
      }
    this.#values = values
    this.#scripts = scripts
    this.#problems = problems
    this.#files = new Map(plans.flatMap(({ rehearsal }) => [...rehearsal.files]))
  }

  /** What answers here, in a sentence; and which recordings cannot be read. */
  get about(): string {
    const tools = `Commands with recorded answers: ${[...this.#scripts.keys()].sort().join(', ')}. Nothing else is asked.`
    return [...this.#problems, tools].join('\n')
  }

  /** Whether a text is a command and no SQL: it calls one of the tools, or begins as only a command does. */
  understands(text: string): boolean {
    if (SHELL_START.test(text)) return true
    const words = text.match(/(?<=^|[\s;|&(])[\w.-]+(?=\s|$)/g) ?? []
    return words.some((word) => this.#scripts.has(word)) || TOOLS.has(words[0] ?? '')
  }

  /** @returns what both streams hold, and the exit code where it is not 0 */
  async answer(block: string): Promise<string> {
    const { output, exit, files } = await this.#box.run(block, this.#scripts, this.#values, this.#files)
    this.#files = files
    const text = output.trim() === '' ? '' : output.replace(/^\n+/, '').trimEnd()
    if (exit !== 0) return [text, `Exit code ${String(exit)}.`].filter(Boolean).join('\n')
    return text === '' ? 'Done.' : text
  }

  close(): void {
    this.#box.close()
  }
}
