import { bare, statements } from './split-sql.ts'

const READS = /^\s*\(*\s*(?:select|with|show|values|table|from)\b/i
/** Any of these in a query: it may write. */
const WRITES = /\b(?:insert|update|delete|merge|into|nextval|setval|set_config|lo_\w+)\b/i

/** Whether each statement of a text can only read, as far as its words say; functions of one's own are not looked into. */
export function onlyReads(sql: string): boolean {
  return statements(sql)
    .map(bare)
    .every((code) => READS.test(code) && !WRITES.test(code))
}
