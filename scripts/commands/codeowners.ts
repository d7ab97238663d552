import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeownersFindings, codeowners as textOf } from '../../src/content/edit/codeowners.ts'
import { loadContent } from '../../src/content/read/load.ts'
import { UsageError, readArguments, type Command } from '../lib/command.ts'
import { readReporter } from './check.ts'

const FILE = path.join('.github', 'CODEOWNERS')

export const codeowners: Command = {
  summary: 'who is asked about which change',
  help: `Usage: npm run codeowners -- [--check [--format text|github|json]]

Writes ${FILE} from the owners of pipelines and the teams of engineers and rotas.
  --check   writes nothing, and names each line that is not up to date; exit code 1 where there is one`,
  run(args, { out, root }) {
    const { values } = readArguments(args, { check: { type: 'boolean' }, format: { type: 'string' } })
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
}
