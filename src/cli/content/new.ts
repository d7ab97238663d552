import { mkdirSync, readSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkContent } from '../../content/check.ts'
import { toId } from '../../content/files.ts'
import { displayPath, loadContent } from '../../content/load.ts'
import { KINDS, newEntry as textOf, questionsFor, type Kind, type Question } from '../../content/new-entry.ts'
import { reportText } from '../../content/reporters/text.ts'
import { collections } from '../../content/schemas/index.ts'
import { closestTo, didYouMean } from '../../content/suggest.ts'
import { UsageError, readArguments, type Command } from '../command.ts'

const FOLDER = { issue: 'issues', runbook: 'runbooks', pipeline: 'pipelines', engineer: 'engineers' } as const

export const newEntry: Command = {
  summary: 'a new entry that passes the check',
  help: `Usage: npm run new -- ${KINDS.join('|')} "Title" [--id ID] [--NAME VALUE …]

Writes an entry that passes the check, and names what is left to fill in. It overwrites nothing.
On a terminal it asks for what it needs; elsewhere it takes options, and suggestions for the rest:
  issue     --summary --runbook --pipelines --severity --components
  runbook   --summary --data --coverage
  pipeline  --summary --area --consumers --primary --secondary --runbook
  engineer  --team
Lists are written with commas: --components kafka,consumer`,
  run([first, ...rest], { out, root, now }) {
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
    const folder = FOLDER[kind]
    if (content.ids[folder].includes(id))
      throw new UsageError(
        `${folder}/${id} is there already.`,
        'Give the new one another title, or an --id of its own.',
      )
    const isAsking = process.stdin.isTTY && given.size === 0
    const answers = new Map(
      questions.map((question) => [question.name, answerTo(question, given.get(question.name), isAsking)]),
    )

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

function answerTo(question: Question, given: string | undefined, isAsking: boolean): string {
  const { name, choices, suggestion } = question
  const answer = given ?? (isAsking ? ask(question) : suggestion)
  const wrong =
    choices &&
    answer
      .split(',')
      .map((item) => item.trim())
      .find((item) => item !== '' && !choices.includes(item))
  if (wrong === undefined || answer === suggestion) return answer
  const hint =
    closestTo(wrong, choices ?? []) === undefined
      ? `Choose from ${(choices ?? []).join(', ')}.`
      : didYouMean(wrong, choices ?? [])
  throw new UsageError(`--${name}: there is no "${wrong}".`, hint)
}

/** One line from the terminal; an empty one takes the suggestion. */
function ask({ text, choices, suggestion }: Question): string {
  process.stdout.write(
    `${text}${choices ? ` (${choices.join(', ')})` : ''}${suggestion === '' ? '' : ` [${suggestion}]`}: `,
  )
  const bytes: number[] = []
  const next = Buffer.alloc(1)
  while (readSync(0, next) > 0 && next[0] !== 10) bytes.push(next[0] ?? 0)
  return Buffer.from(bytes).toString('utf8').trim() || suggestion
}
