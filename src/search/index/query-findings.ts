import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { LineCounter, isSeq, parseDocument } from 'yaml'
import { displayPath } from '../../content/read/files.ts'
import type { Finding } from '../../content/read/findings.ts'
import type { Content } from '../../content/read/load.ts'
import { querySchema, ourSearch, type Query } from './evaluate.ts'
import { PAGE_COLLECTIONS } from '../../content/model/collections.ts'
import { engineOfContent } from './open-index.ts'

/** In the content folder: queries, and the page that each must find first. */
const QUERIES_FILE = 'search-queries.yaml'

/** A query with its place in the file. */
interface Placed {
  query: Query
  line: number
  column: number
}

/** The queries of `search-queries.yaml` that find another page than theirs first, and what is wrong with the file. */
export async function queryFindings(content: Content): Promise<Finding[]> {
  const place = path.join(content.root, QUERIES_FILE)
  if (!existsSync(place)) return []
  const file = displayPath(place)
  if (!statSync(place).isFile()) return [notAFile(file)]
  const { queries, findings } = readPlaced(readFileSync(place, 'utf8'), file)
  if (queries.length === 0) return findings
  const known = new Set(
    PAGE_COLLECTIONS.flatMap((collection) =>
      [...content[collection].keys()].map((id) => `${collection}/${id}`),
    ),
  )
  const search = ourSearch(await engineOfContent(content))
  for (const { query, line, column } of queries) {
    const mistake = await mistakeOf(query, known, search)
    if (mistake) findings.push({ file, line, column, rule: 'search-query', ...mistake })
  }
  return findings
}

function notAFile(file: string): Finding {
  return {
    file,
    severity: 'error',
    rule: 'search-query',
    message: 'This is a folder, and has to be a file',
    hint: 'Write the queries into one file of this name, or call the folder otherwise.',
  }
}

type Mistake = Pick<Finding, 'severity' | 'message' | 'hint'>

async function mistakeOf(
  { q, page }: Query,
  known: ReadonlySet<string>,
  search: (text: string) => Promise<string[]>,
): Promise<Mistake | undefined> {
  if (page !== null && !known.has(page))
    return {
      severity: 'error',
      message: `There is no page "${page}"`,
      hint: 'Write an issue, runbook, pipeline or team with its folder, as issues/late-data; or null where nothing must be found.',
    }
  const found = await search(q)
  const shown = q.replace(/\s+/g, ' ').trim().slice(0, 80)
  if (page === null)
    return found[0] === undefined
      ? undefined
      : {
          severity: 'warning',
          message: `"${shown}" finds ${found[0]}, and must find nothing`,
          hint: `npm run search -- "${shown}" --explain says why.`,
        }
  const rank = found.indexOf(page) + 1
  if (rank === 1) return undefined
  return {
    severity: 'warning',
    message:
      rank === 0
        ? `"${shown}" does not find ${page}${found[0] === undefined ? '' : `, but ${found[0]}`}`
        : `"${shown}" finds ${page} at place ${String(rank)}, after ${found[0] ?? ''}`,
    hint: `Add what people call it to the page’s keywords, or an error text to its signatures; npm run search -- "${shown}" --explain says what was found.`,
  }
}

function readPlaced(text: string, file: string): { queries: Placed[]; findings: Finding[] } {
  const lines = new LineCounter()
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const wrong = (offset: number, message: string): Finding => {
    const { line, col } = lines.linePos(offset)
    const hint = 'Write a list: each entry has q (the query) and page (as issues/late-data, or null).'
    return { file, line, column: col, severity: 'error', rule: 'search-query', message, hint }
  }
  const [broken] = yaml.errors
  if (broken) return { queries: [], findings: [wrong(broken.pos[0], broken.message.split('\n')[0] ?? '')] }
  if (yaml.contents === null) return { queries: [], findings: [] }
  if (!isSeq(yaml.contents)) return { queries: [], findings: [wrong(0, 'This is no list of queries')] }
  const queries: Placed[] = []
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const item of yaml.contents.items) {
    const offset = (item as { range?: [number, number, number] | null }).range?.[0] ?? 0
    const query = querySchema.safeParse((item as { toJSON?: () => unknown }).toJSON?.() ?? item)
    const { line, col } = lines.linePos(offset)
    if (query.success) {
      const asked = query.data.q.trim().toLowerCase().replace(/\s+/g, ' ')
      if (seen.has(asked))
        findings.push({
          ...wrong(offset, 'The same query is in the list twice'),
          hint: 'Delete one of the two, or write the other query that was meant.',
        })
      else queries.push({ query: query.data, line, column: col })
      seen.add(asked)
    } else findings.push(wrong(offset, 'This is no query with its page'))
  }
  return { queries, findings }
}
