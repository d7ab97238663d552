import type { CodeProblem } from './problem.ts'
import { sqlProblems } from './sql.ts'

/** Without a variable, an escape or a text in the other quotes: what is there is what the engine gets. */
const COMMAND =
  /\b(?:psql|duckdb|clickhouse-client|snowsql|trino|spark-sql|beeline|hive|mysql|mariadb)\b[^\n|;&"']{0,300}?[ \t](?:-c|-e|-q|--query|--command|--execute)[ =]"([^"$`\\]{8,2000})"/g
const PYTHON = /\bspark\.sql\(\s*(?:"""([^"\\{]{8,4000})"""|"([^"\n\\{]{8,2000})")\s*\)/g

/** The first mistake in SQL that a command or a program hands to an engine. */
export function sqlInText(code: string, kind: 'shell' | 'python'): CodeProblem[] {
  for (const match of code.matchAll(kind === 'shell' ? COMMAND : PYTHON)) {
    const sql = match[1] ?? match[2] ?? ''
    const start = match.index + match[0].indexOf(sql)
    const [problem] = sqlProblems(sql)
    if (problem) return [{ ...problem, offset: start + problem.offset }]
  }
  return []
}
