import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  codeownersFile,
  codeownersFindings,
  codeowners as textOf,
} from '../../src/content/edit/codeowners.ts'
import { repositoryTop } from '../../src/content/compare/git-base.ts'
import { displayPath, loadContent } from '../../src/content/read/load.ts'
import { command } from '../lib/command.ts'
import { UsageError } from '../lib/command-error.ts'
import { readReporter } from '../lib/reporter.ts'

export const codeowners = command({
  name: 'codeowners',
  summary: 'writes who is asked about which change',
  usage: 'npm run codeowners -- [--check [--format text|github|json]]',
  about: `Writes .github/CODEOWNERS, or .gitlab/CODEOWNERS for a site on GitLab, in the repository that the content is in, from the
owners of pipelines and the teams of engineers and rotas.`,
  options: {
    check: { type: 'boolean', says: 'Writes nothing, and reports each line that is not up to date.' },
    format: { type: 'string', value: 'NAME', says: 'How --check reports: text, github or json.' },
  },
  exits: { 0: 'written, or up to date', 1: 'with --check: a line is not up to date' },
  example: 'npm run codeowners -- --check',
  run({ values }, { out, root }) {
    const report = readReporter(values.format)
    const content = loadContent(root)
    // The content of another team is in a repository of its own.
    const top = repositoryTop(content.root) ?? process.cwd()
    const place = path.join(top, codeownersFile(content))
    const file = displayPath(place)
    const text = textOf(content, top)
    if (text === undefined) {
      throw new UsageError(
        'site.yaml names no repository on GitHub or GitLab.',
        'repository: https://github.com/ORGANISATION/NAME',
      )
    }
    const current = existsSync(place) ? readFileSync(place, 'utf8') : ''
    if (values.check === true) {
      const findings = codeownersFindings(file, current, text)
      out(report(findings))
      return findings.length === 0 ? 0 : 1
    }
    mkdirSync(path.dirname(place), { recursive: true })
    writeFileSync(place, text)
    out(current === text ? `${file} was up to date.` : `Wrote ${file}`)
    return 0
  },
})
