import { z } from 'zod'
import { settingsOf } from '../facts/settings.ts'
import {
  COLLECTIONS,
  definitionOf,
  isCollection,
  kindOf,
  references,
  type Collection,
} from '../model/collections.ts'
import { fieldsOf, unwrap } from '../model/schema-walk.ts'
import { toId } from '../read/files.ts'
import type { Content } from '../read/load.ts'
import { toYaml } from '../read/yaml/write.ts'

/** The kinds of entry that `npm run new` writes, by what one of them is called. */
export const KINDS: ReadonlyMap<string, Collection> = new Map(
  COLLECTIONS.filter((name) => definitionOf(name).create).map((name) => [definitionOf(name).singular, name]),
)

/** A question for what an entry needs, with an answer that is right often enough to begin with. */
export interface Question {
  /** The field; also the name of the option. */
  name: string
  text: string
  /** What there is to choose from, if it is a choice. */
  choices?: readonly string[]
  /** Empty where the field is left out. */
  suggestion: string
}

const LATER = 'TODO'

/** What an entry of a collection is asked for besides its title. */
export function questionsFor(collection: Collection, content: Content): Question[] {
  const { schema, create } = definitionOf(collection)
  const fields = fieldsOf(schema)
  return (create?.ask ?? []).flatMap((name) => {
    const field = fields.get(name)
    return field ? [questionFor(name, field, content)] : []
  })
}

function questionFor(name: string, field: z.core.$ZodType, content: Content): Question {
  const isRequired = !(field instanceof z.ZodOptional)
  const inner = unwrap(field)
  const element = inner instanceof z.ZodArray ? unwrap(inner.element) : inner
  const choices = choicesOf(name, element, content)
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return {
    name,
    text: `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${inner instanceof z.ZodArray ? ', with commas' : ''}`,
    ...(choices && { choices }),
    suggestion: isRequired ? (choices ? (likelyTeam(element, content) ?? choices[0] ?? LATER) : LATER) : '',
  }
}

function choicesOf(name: string, field: z.core.$ZodType, content: Content): readonly string[] | undefined {
  const { severities, areas } = settingsOf(content)
  if (name === 'severity') return severities.map(({ id }) => id)
  if (name === 'area' && areas.length > 0) return areas.map(({ id }) => id)
  const collection = references.get(field)?.collection
  if (collection !== undefined && isCollection(collection)) return content.ids[collection]
  return field instanceof z.ZodEnum ? field.options.map(String) : undefined
}

/** The team of the first rota: whoever adds an entry is most probably of it. */
function likelyTeam(field: z.core.$ZodType, { rotas }: Content): string | undefined {
  return references.get(field)?.collection === 'teams' ? [...rotas.values()][0]?.data.team : undefined
}

/**
 * The file of a new entry: it passes the check, which warns of what is left to fill in.
 *
 * @param answers by field; an empty answer leaves the field out
 * @param today `YYYY-MM-DD`
 */
export function newEntry(
  collection: Collection,
  title: string,
  answers: ReadonlyMap<string, string>,
  today: string,
  content: Content,
): string {
  const { schema, create, page } = definitionOf(collection)
  const fields = fieldsOf(schema)
  const named = page?.title ?? 'name'
  const asked = (create?.ask ?? []).flatMap((name): [string, unknown][] => {
    const field = fields.get(name)
    const answer = (answers.get(name) ?? '').trim()
    if (!field || answer === '') return []
    return [[name, unwrap(field) instanceof z.ZodArray ? listOf(answer, field) : answer]]
  })
  const review = fields.has('reviewEvery') ? { reviewed: today, reviewEvery: 'P90D' } : {}
  const yaml = yamlOf({ [named]: title, ...Object.fromEntries(asked), ...review })
  if (kindOf(collection) === 'yaml') return yaml
  const sections = settingsOf(content)
    .sections(collection)
    .filter((section) => section.required === true)
  const body = sections.map(
    ({ heading, prompt = 'Write what belongs here.' }) => `## ${heading}\n\n- TODO ${prompt}\n`,
  )
  return `---\n${yaml}---\n\n${body.length > 0 ? body.join('\n') : (create?.body ?? 'TODO\n')}`
}

/** Words and ids are written as ids; anything else as it is. */
function listOf(answer: string, field: z.core.$ZodType): string[] {
  const inner = unwrap(field)
  const element = inner instanceof z.ZodArray ? inner.element : inner
  const items = answer
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
  return items.map((item) => (z.safeParse(element, item).success ? item : toId(item)))
}

/** A field a line. */
function yamlOf(fields: Record<string, unknown>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${toYaml(value)}\n`)
    .join('')
}
