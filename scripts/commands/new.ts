import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkContent } from '../../src/content/check/check.ts'
import { toId } from '../../src/content/read/files.ts'
import { displayPath, loadContent } from '../../src/content/read/load.ts'
import {
  KINDS,
  newEntry as textOf,
  questionsFor,
  type Kind,
  type Question,
} from '../../src/content/edit/new-entry.ts'
import { reportText } from '../../src/content/check/reporters/text.ts'
import { ID_PATTERN, collections } from '../../src/content/model/collections.ts'
import { closestTo, didYouMean } from '../../src/text/suggest.ts'
import { UsageError, readArguments, type Context } from '../lib/command.ts'
import type { Script } from '../lib/run.ts'

const FOLDER = { issue: 'issues', runbook: 'runbooks', pipeline: 'pipelines', engineer: 'engineers' } as const

export const newEntry: Script = {
  summary: 'a new entry that passes the check',
  help: `Usage: npm run new -- ${KINDS.join('|')} "Title" [--id ID] [--NAME VALUE …]

Writes an entry that passes the check, and names what is left to fill in. It overwrites nothing.
On a terminal it asks for what it needs; elsewhere it takes options, and suggestions for the rest:
  issue     --summary --runbook --pipelines --severity --components
  runbook   --summary --data --coverage
  pipeline  --summary --area --consumers --primary --secondary --runbook
  engineer  --team
Lists are written with commas: --components kafka,consumer`,
  async run([first, ...rest], { out, error, root, now, ask }) {
    const kind = readKind(first)
    const content = loadContent(root)
    const questions = questionsFor(kind, content)
    const options = Object.fromEntries(
      ['id', ...questions.map(({ name }) => name)].map((name) => [name, { type: 'string' as const }]),
    )
    const { values, positional: title } = readArguments(rest, options)
    if (title === undefined || title.trim() === '')
      throw new UsageError(`What is the ${kind} called?`, `npm run new -- ${kind} "Title"`)

    const given = new Map(
      Object.entries(values).filter((item): item is [string, string] => typeof item[1] === 'string'),
    )
    const id = given.get('id') ?? toId(title)
    if (!ID_PATTERN.test(id)) throw new UsageError(`"${id}" cannot be an id.`, `Try ${toId(id)}.`)
    const folder = FOLDER[kind]
    if (content.ids[folder].includes(id))
      throw new UsageError(
        `${folder}/${id} is there already.`,
        'Give the new one another title, or an --id of its own.',
      )
    // Who gives options knows what there is to give.
    const terminal = { error, ask: given.size === 0 ? ask : undefined }
    const answers = new Map<string, string>()
    for (const question of questions)
      answers.set(question.name, await answerTo(question, given.get(question.name), terminal))

    const file = path.join(root, folder, `${id}.${collections[folder].extensions[0]}`)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, textOf(kind, title, answers, now.toISOString().slice(0, 10)), { flag: 'wx' })
    out(`Wrote ${displayPath(file)}`)
    const left = checkContent(loadContent(root), { today: now.toISOString().slice(0, 10) }).filter(
      (finding) => finding.file === displayPath(file),
    )
    if (left.length > 0) out(`\nLeft to fill in:\n${reportText(left)}`)
    if (kind === 'engineer') out(`\nTo put them on call, add ${id} to the rotation of a rota.`)
    return left.some(({ severity }) => severity === 'error') ? 1 : 0
  },
}

function readKind(name: string | undefined): Kind {
  const kind = KINDS.find((each) => each === name)
  if (kind) return kind
  throw new UsageError(
    name === undefined ? 'What kind of entry?' : `There is no kind "${name}".`,
    didYouMean(name ?? '', KINDS),
  )
}

/** The option's value, else what is typed on a terminal, until it is one of the choices; else the suggestion. */
async function answerTo(question: Question, given: string | undefined, { ask, error }: Terminal) {
  const { name, suggestion } = question
  if (given !== undefined) {
    const wrong = wrongIn(question, given)
    if (wrong === undefined) return given
    throw new UsageError(`--${name}: there is no "${wrong}".`, choicesFor(question, wrong))
  }
  for (;;) {
    const answer = (await ask?.(promptFor(question))) || suggestion
    const wrong = answer === suggestion ? undefined : wrongIn(question, answer)
    if (wrong === undefined) return answer
    error(`There is no "${wrong}". ${choicesFor(question, wrong)}`)
  }
}

type Terminal = Pick<Context, 'ask' | 'error'>

function wrongIn({ choices }: Question, answer: string): string | undefined {
  return answer
    .split(',')
    .map((item) => item.trim())
    .find((item) => item !== '' && choices?.includes(item) === false)
}

function choicesFor({ choices = [] }: Question, wrong: string): string {
  const nearest = closestTo(wrong, choices)
  return nearest === undefined ? `Choose from ${choices.join(', ')}.` : `Did you mean "${nearest}"?`
}

function promptFor({ text, choices, suggestion }: Question): string {
  return `${text}${choices ? ` (${choices.join(', ')})` : ''}${suggestion === '' ? '' : ` [${suggestion}]`}: `
}
