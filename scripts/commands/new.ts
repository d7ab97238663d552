import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkContent } from '../../src/content/check/check.ts'
import { toId } from '../../src/content/read/files.ts'
import { displayPath, loadContent } from '../../src/content/read/load.ts'
import { KINDS, newEntry as textOf, questionsFor, type Question } from '../../src/content/edit/new-entry.ts'
import { newRehearsal } from '../../src/content/edit/new-rehearsal.ts'
import { reportText } from '../../src/content/check/reporters/text.ts'
import { ID_PATTERN, definitionOf, type Collection } from '../../src/content/model/collections.ts'
import { closestTo, didYouMean } from '../../src/text/suggest.ts'
import { command } from '../lib/command.ts'
import type { Context } from '../lib/command-definition.ts'
import { UsageError } from '../lib/command-error.ts'

/** The fields that it asks for, of all kinds together; which of them a kind has is in its questions. */
const FIELDS = [
  ...new Set([...KINDS.values()].flatMap((collection) => definitionOf(collection).create?.ask ?? [])),
]

export const newEntry = command({
  name: 'new',
  summary: 'writes a new entry that passes the check',
  usage: `npm run new -- ${[...KINDS.keys()].join('|')} "Title" [--id ID] [--FIELD VALUE …]
npm run new -- rehearsal "Title" [--id ID]`,
  about: `Writes an entry that passes the check, and lists what is left to fill in. It overwrites nothing.
On a terminal it asks for what it needs; elsewhere it takes options, and suggestions for the rest:
${optionsOfKinds()}`,
  options: {
    id: {
      type: 'string',
      value: 'ID',
      says: 'The file name without its ending; made from the title where nothing is said.',
    },
    ...(Object.fromEntries(
      FIELDS.map((name) => [
        name,
        { type: 'string', value: 'VALUE', says: 'A field of the entry; lists are written with commas.' },
      ]),
    ) as Record<string, { type: 'string'; value: string; says: string }>),
  },
  maxWords: 2,
  exits: { 0: 'written', 1: 'written, and it has a mistake', 2: 'not written: the call has a mistake' },
  example: 'npm run new -- issue "Orders arrive twice" --components scheduler,warehouse',
  async run({ values, words: [first, title] }, { out, error, root, now, ask }) {
    if (first === 'rehearsal') return writeRehearsal(title, values.id, root, out)
    const { kind, collection } = readKind(first)
    const content = loadContent(root)
    const questions = questionsFor(collection, content)
    assertFieldsOf(kind, Object.keys(values), questions)
    if (title === undefined || title.trim() === '')
      throw new UsageError(`What is the ${kind} called?`, `npm run new -- ${kind} "Title"`)

    const given = new Map(
      Object.entries(values).filter((item): item is [string, string] => typeof item[1] === 'string'),
    )
    const id = given.get('id') ?? toId(title)
    if (!ID_PATTERN.test(id)) throw new UsageError(`"${id}" cannot be an id.`, `Try ${toId(id)}.`)
    if (content.ids[collection].includes(id))
      throw new UsageError(
        `${collection}/${id} is there already.`,
        'Give the new one another title, or an --id of its own.',
      )
    // Who gives options knows what there is to give.
    const terminal = { error, ask: given.size === 0 ? ask : undefined }
    const answers = new Map<string, string>()
    for (const question of questions)
      answers.set(question.name, await answerTo(question, given.get(question.name), terminal))

    const file = path.join(root, collection, `${id}.${definitionOf(collection).formats[0]}`)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, textOf(collection, title, answers, now.toISOString().slice(0, 10), content), {
      flag: 'wx',
    })
    out(`Wrote ${displayPath(file)}`)
    const left = checkContent(loadContent(root), { today: now.toISOString().slice(0, 10) }).filter(
      (finding) => finding.file === displayPath(file),
    )
    if (left.length > 0) out(`\nLeft to fill in:\n${reportText(left)}`)
    if (kind === 'engineer') out(`\nTo put them on call, add ${id} to the rotation of a rota.`)
    return left.some(({ severity }) => severity === 'error') ? 1 : 0
  },
})

/** A folder with the files of a rehearsal. @throws UsageError where it is there already, or has no title */
function writeRehearsal(
  title: string | undefined,
  given: string | undefined,
  root: string,
  out: Context['out'],
): 0 {
  if (title === undefined || title.trim() === '')
    throw new UsageError('What is the rehearsal called?', 'npm run new -- rehearsal "Title"')
  const id = given ?? toId(title)
  if (!ID_PATTERN.test(id)) throw new UsageError(`"${id}" cannot be an id.`, `Try ${toId(id)}.`)
  const folder = path.join(root, 'rehearsals', id)
  if (existsSync(folder))
    throw new UsageError(
      `rehearsals/${id} is there already.`,
      'Give the new one another title, or an --id of its own.',
    )
  mkdirSync(folder, { recursive: true })
  const [table] = loadContent(root).tables.keys()
  for (const [name, text] of newRehearsal(title, table)) {
    writeFileSync(path.join(folder, name), text, { flag: 'wx' })
    out(`Wrote ${displayPath(path.join(folder, name))}`)
  }
  out(`\nName it in a fence: \`\`\`sql test="${id}/BLOCK" role="diagnosis". docs/prove.md explains the rest.`)
  return 0
}

/** @throws UsageError for an option that entries of this kind have no field for */
function assertFieldsOf(kind: string, given: readonly string[], questions: readonly Question[]): void {
  const known = ['id', ...questions.map(({ name }) => name)]
  const wrong = given.find((name) => !known.includes(name))
  if (wrong === undefined) return
  throw new UsageError(
    `For an entry of the kind ${kind} there is no option --${wrong}.`,
    `Options: ${known.map((name) => `--${name}`).join(', ')}.`,
  )
}

function readKind(name: string | undefined): { kind: string; collection: Collection } {
  const collection = KINDS.get(name ?? '')
  if (name !== undefined && collection) return { kind: name, collection }
  throw new UsageError(
    name === undefined ? 'What kind of entry?' : `There is no kind "${name}".`,
    didYouMean(name ?? '', [...KINDS.keys(), 'rehearsal']),
  )
}

function optionsOfKinds(): string {
  return [...KINDS]
    .map(([kind, collection]) => {
      const ask = definitionOf(collection).create?.ask ?? []
      return `  ${kind.padEnd(9)} ${ask.map((name) => `--${name}`).join(' ')}`
    })
    .join('\n')
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
