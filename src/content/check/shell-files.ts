import { didYouMean } from '../../text/suggest.ts'
import type { Plan } from '../facts/proofs/plan.ts'
import { caseSchema } from '../prove/shell/case.ts'
import { recordedSchema } from '../prove/shell/recorded.ts'
import { displayPath } from '../read/files.ts'
import type { Finding } from '../read/findings.ts'
import { schemaFindings } from '../read/schema-findings.ts'
import { parseSource, type Source } from '../read/source.ts'
import type { Path } from '../read/yaml/position.ts'
import type { z } from 'zod'

/** What is wrong with the files of a rehearsal's shell blocks: cases, and what tools answer. Nothing is run. */
export function shellFileFindings({ rehearsal, commands }: Plan): Finding[] {
  const findings: Finding[] = []
  const fileOf = (name: string) => displayPath(`${rehearsal.folder}/${name}`)
  for (const [tool, text] of rehearsal.commands)
    readAs(recordedSchema, fileOf(`commands/${tool}.yaml`), text, findings)
  const blocks = [...new Set(commands.map(({ proof }) => proof.name))]
  const variables = Object.keys(rehearsal.file.variables ?? {})
  for (const [name, text] of rehearsal.shellCases) {
    const file = fileOf(`cases/${name}.yaml`)
    const found = readAs(caseSchema, file, text, findings)
    if (!found) continue
    const { data, source } = found
    const report = (at: Path, message: string, hint: string) =>
      findings.push({
        file,
        ...source.placeOf(at, 'key'),
        severity: 'error',
        rule: 'rehearsal',
        message,
        hint,
      })
    if (Object.keys(data.blocks).length === 0)
      report(['blocks'], 'The case expects nothing of any block', 'Name a block, and how it must exit.')
    for (const block of Object.keys(data.blocks))
      if (!blocks.includes(block))
        report(
          ['blocks', block],
          `No page has a shell block "${rehearsal.name}/${block}"`,
          didYouMean(block, blocks) ?? 'Name a block that a page has.',
        )
    for (const variable of Object.keys(data.values ?? {}))
      if (!variables.includes(variable))
        report(
          ['values', variable],
          `\`variables\` of the rehearsal have no ${variable}`,
          didYouMean(variable, variables) ?? 'Write its usual value there, or delete the line.',
        )
  }
  return findings
}

function readAs<Schema extends z.ZodType>(
  schema: Schema,
  file: string,
  text: string,
  findings: Finding[],
): { data: z.infer<Schema>; source: Source } | undefined {
  const source = parseSource(Buffer.from(text), 'yaml')
  for (const { offset, ...problem } of source.problems)
    findings.push({ file, severity: 'error', ...problem, ...source.placeAt(offset) })
  if (source.data === undefined || source.problems.length > 0) return undefined
  const { data, error } = schema.safeParse(source.data)
  if (error) findings.push(...schemaFindings(file, schema, error, source))
  return error ? undefined : { data, source }
}
