import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeownersFindings, codeowners as textOf } from '../../src/content/edit/codeowners.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { command } from '../lib/command.ts'
import { UsageError } from '../lib/command-error.ts'
import { readReporter } from '../lib/reporter.ts'

const FILE = path.join('.github', 'CODEOWNERS')

export const codeowners = command({
  name: 'codeowners',
  summary: 'writes who is asked about which change',
  usage: 'npm run codeowners -- [--check [--format text|github|json]]',
  about: `Writes ${FILE} from the owners of pipelines and the teams of engineers and rotas.`,
  options: {
    check: { type: 'boolean', says: 'Writes nothing, and reports each line that is not up to date.' },
    format: { type: 'string', value: 'NAME', says: 'How --check reports: text, github or json.' },
  },
  exits: { 0: 'written, or up to date', 1: 'with --check: a line is not up to date' },
  example: 'npm run codeowners -- --check',
  run({ values }, { out, root }) {
    const report = readReporter(values.format)
    const text = textOf(loadContent(root))
    if (text === undefined) {
      throw new UsageError(
        'site.yaml names no repository on GitHub.',
        'repository: https://github.com/ORGANISATION/NAME',
      )
    }
    const current = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
    if (values.check === true) {
      const findings = codeownersFindings(FILE, current, text)
      out(report(findings))
      return findings.length === 0 ? 0 : 1
    }
    mkdirSync(path.dirname(FILE), { recursive: true })
    writeFileSync(FILE, text)
    out(current === text ? `${FILE} was up to date.` : `Wrote ${FILE}`)
    return 0
  },
})
