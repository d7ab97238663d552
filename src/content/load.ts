import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import type { Finding } from './findings.ts'
import { compareFindings, compareText } from './findings.ts'
import type { Parsed, Path, Place, Problem } from './parse.ts'
import { parseFrontmatter, parseYaml } from './parse.ts'
import { schemaFindings } from './schema-findings.ts'
import type {
  Collection,
  Engineer,
  Issue,
  Pipeline,
  Published,
  Rota,
  Runbook,
  Site,
  Team,
} from './schemas/index.ts'
import { ID_PATTERN, collections, publishedSchema, siteSchema } from './schemas/index.ts'

/** One file of the content that agrees with its schema. */
export interface Entry<Data> {
  id: string
  /** Relative to the working directory, with `/`. */
  file: string
  data: Data
  /** Markdown after the frontmatter, and the line of the file it starts on. */
  body: string
  bodyLine: number
  /** Where a key or value stands in the file. */
  placeOf: (path: Path, part: 'key' | 'value') => Place
}

export type Entries<Data> = ReadonlyMap<string, Entry<Data>>

/** All of a team's content, by id, in order of ids. Files with mistakes are left out and named in `findings`. */
export interface Content {
  root: string
  site: Entry<Site> | undefined
  teams: Entries<Team>
  engineers: Entries<Engineer>
  rotas: Entries<Rota>
  pipelines: Entries<Pipeline>
  runbooks: Entries<Runbook>
  issues: Entries<Issue>
  /** By id of the rota. */
  published: Entries<Published>
  /** Ids of entries that have a file, readable or not: a reference to them is no further mistake. */
  ids: Readonly<Record<Collection, readonly string[]>>
  findings: readonly Finding[]
}

/** The folder of the content: `CONTENT_ROOT`, else `content`. */
export function contentRoot(environment: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(environment['CONTENT_ROOT'] ?? 'content')
}

/** Reads the whole content. Never throws on what is in the files: every mistake is a finding. */
export function loadContent(root: string): Content {
  const findings: Finding[] = []
  const ids: Record<Collection, string[]> = {
    teams: [],
    engineers: [],
    rotas: [],
    pipelines: [],
    runbooks: [],
    issues: [],
  }

  const load = <Schema extends z.ZodType>(
    file: string,
    schema: Schema,
  ): Entry<z.output<Schema>> | undefined => {
    const read = readEntry(file)
    findings.push(...read.problems.map((problem) => toFinding(file, problem)))
    if (read.problems.length > 0) return undefined
    const result = schema.safeParse(read.data)
    if (!result.success) {
      findings.push(...schemaFindings(displayPath(file), schema, result.error, read))
      return undefined
    }
    const { body, bodyLine, placeOf } = read
    return { id: idOf(file), file: displayPath(file), data: result.data, body, bodyLine, placeOf }
  }

  const loadFolder = <Schema extends z.ZodType>(
    folder: string,
    extensions: readonly string[],
    schema: Schema,
    known: string[] = [],
  ): Entries<z.output<Schema>> => {
    const entries = new Map<string, Entry<z.output<Schema>>>()
    for (const file of filesIn(path.join(root, folder))) {
      const problem = fileProblem(file, extensions)
      if (problem) {
        findings.push(toFinding(file, problem))
        continue
      }
      if (known.includes(idOf(file))) findings.push(toFinding(file, duplicateId(idOf(file))))
      known.push(idOf(file))
      const entry = load(file, schema)
      if (entry) entries.set(entry.id, entry)
    }
    return entries
  }

  const sitePath = path.join(root, 'site.yaml')
  const site = existsSync(sitePath) ? load(sitePath, siteSchema) : undefined
  if (!existsSync(sitePath)) findings.push(toFinding(sitePath, noSite))
  const { teams, engineers, rotas, pipelines, runbooks, issues } = collections
  const loaded = {
    teams: loadFolder('teams', teams.extensions, teams.schema, ids.teams),
    engineers: loadFolder('engineers', engineers.extensions, engineers.schema, ids.engineers),
    rotas: loadFolder('rotas', rotas.extensions, rotas.schema, ids.rotas),
    pipelines: loadFolder('pipelines', pipelines.extensions, pipelines.schema, ids.pipelines),
    runbooks: loadFolder('runbooks', runbooks.extensions, runbooks.schema, ids.runbooks),
    issues: loadFolder('issues', issues.extensions, issues.schema, ids.issues),
    published: loadFolder('published', ['yaml'], publishedSchema),
  }
  return { root, site, ...loaded, ids, findings: findings.sort(compareFindings) }
}

const noSite: Problem = {
  rule: 'site-missing',
  message: 'There is no site.yaml',
  hint: 'Name the site, its description and its default rota in it.',
}

function duplicateId(id: string): Problem {
  return {
    rule: 'duplicate-id',
    message: `Two files have the id "${id}"`,
    hint: 'Rename one of them: the id is the file name without its ending.',
  }
}

function readEntry(file: string): Parsed {
  const bytes = readFileSync(file)
  const parse = file.endsWith('.yaml') ? parseYaml : parseFrontmatter
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.trim() === '' ? withProblem(parseYaml(''), emptyFile) : parse(text)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return withProblem(parseYaml(''), notUtf8)
  }
}

function withProblem(parsed: Parsed, problem: Problem): Parsed {
  return { ...parsed, problems: [problem] }
}

const emptyFile: Problem = {
  rule: 'empty-file',
  message: 'The file is empty',
  hint: 'Fill in its fields, or delete it.',
  line: 1,
  column: 1,
}

const notUtf8: Problem = {
  rule: 'not-utf-8',
  message: 'The file is not UTF-8 text',
  hint: 'Save it as UTF-8.',
}

function fileProblem(file: string, extensions: readonly string[]): Problem | undefined {
  const extension = path.extname(file).slice(1)
  const endings = extensions.map((each) => `.${each}`).join(' or ')
  if (!extensions.includes(extension)) {
    return {
      rule: 'not-an-entry',
      message: `"${path.basename(file)}" is no entry of this folder and would be left out`,
      hint: `Entries end in ${endings}, and lie in the folder itself.`,
    }
  }
  if (ID_PATTERN.test(idOf(file))) return undefined
  return {
    rule: 'invalid-id',
    message: `"${idOf(file)}" cannot be an id`,
    hint: 'Name the file in lower-case letters, digits and single hyphens.',
  }
}

/** Every file below the folder, in order; hidden ones are none of ours. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map((item) => path.join(item.parentPath, item.name))
    .sort(compareText)
}

function idOf(file: string): string {
  return path.basename(file, path.extname(file))
}

/** How people are told of a file. */
export function displayPath(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join('/')
}

function toFinding(file: string, problem: Problem): Finding {
  return { file: displayPath(file), severity: 'error', ...problem }
}
