import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeowners as textOf } from '../../content/codeowners.ts'
import { loadContent } from '../../content/load.ts'
import { UsageError, readArguments, type Command } from '../command.ts'

const FILE = path.join('.github', 'CODEOWNERS')

export const codeowners: Command = {
  summary: 'who is asked about which change',
  help: `Usage: npm run codeowners -- [--check]

Writes ${FILE} from the owners of pipelines and the teams of engineers and rotas.
  --check   writes nothing; exit code 1 where the file is not up to date`,
  run(args, { out, error, root }) {
    const { values } = readArguments(args, { check: { type: 'boolean' } })
    const text = textOf(loadContent(root))
    if (text === undefined) {
      throw new UsageError(
        'site.yaml names no repository on GitHub.',
        'repository: https://github.com/ORGANISATION/NAME',
      )
    }
    const isCurrent = existsSync(FILE) && readFileSync(FILE, 'utf8') === text
    if (values.check === true) {
      if (!isCurrent) error(`${FILE} is not up to date: run npm run codeowners.`)
      return isCurrent ? 0 : 1
    }
    mkdirSync(path.dirname(FILE), { recursive: true })
    writeFileSync(FILE, text)
    out(isCurrent ? `${FILE} was up to date.` : `Wrote ${FILE}`)
    return 0
  },
}
