import { z } from 'zod'
import { parseSource } from '../../read/source.ts'

/** `commands/<tool>.yaml` of a rehearsal: what a tool answers to which arguments. */
export const recordedSchema = z.array(
  z.strictObject({
    arguments: z.array(z.union([z.string(), z.number()]).transform(String)).meta({
      description:
        "In this order. `*` is any one argument, `**` at the end any further ones, `$NAME` the rehearsal's value.",
      examples: [['get', 'pods']],
    }),
    stdout: z.string().optional().meta({ description: 'What the tool prints.' }),
    stderr: z.string().optional().meta({ description: 'What the tool prints as an error.' }),
    exit: z
      .number()
      .int('a whole number from 0 to 255')
      .min(0, 'a whole number from 0 to 255')
      .max(255, 'a whole number from 0 to 255')
      .optional()
      .meta({ description: 'The exit code; 0, if left out.', examples: [1] }),
  }),
)

export type Recorded = z.infer<typeof recordedSchema>

/** Reads the answers of a tool. @returns them, or what is wrong with the file */
export function readRecorded(text: string): Recorded | { problem: string } {
  const source = parseSource(Buffer.from(text), 'yaml')
  const [problem] = source.problems
  if (problem) return { problem: problem.message }
  const { data, error } = recordedSchema.safeParse(source.data)
  if (error) return { problem: z.prettifyError(error).replace(/\s+/g, ' ') }
  return data
}

/** How a tool behaves in a run: as it was recorded, or in one of the ways in which tools fail. */
export type Behavior = 'recorded' | 'missing' | 'fails' | 'error-on-stdout' | 'answers-nothing'

/** The exit code of a call that nobody recorded. */
const UNRECORDED = 96

/**
 * The tool as a shell script that writes each call to a file and answers as recorded.
 *
 * @param log where calls go, a line each
 */
export function stub(
  tool: string,
  recorded: Recorded,
  values: Readonly<Record<string, string>>,
  behavior: Behavior,
  log: string,
): string {
  return [
    '#!/usr/bin/bash',
    `printf '%s\\n' ${quoted(tool)}" $*" >> ${quoted(log)}`,
    ...(behavior === 'recorded'
      ? recorded.flatMap((answer) => branch(answer, values))
      : [FAILURES[behavior]]),
    `printf '%s\\n' ${quoted(`unrecorded: ${tool}`)}" $*" >> ${quoted(log)}`,
    `echo ${quoted(`${tool}: there is no recorded answer to these arguments`)} >&2`,
    `exit ${String(UNRECORDED)}`,
    '',
  ].join('\n')
}

const FAILURES: Readonly<Record<Exclude<Behavior, 'recorded'>, string>> = {
  // Bash says and does the same for a tool that is not there; so the log knows when it was wanted.
  missing: "echo 'bash: command not found' >&2; exit 127",
  fails: "echo 'Error: the command failed' >&2; exit 1",
  // Kafka's tools print their errors on standard output and exit with 0.
  'error-on-stdout': "echo 'Error: Executing command failed due to a timeout'; exit 0",
  'answers-nothing': 'exit 0',
}

function branch(
  { arguments: words, stdout = '', stderr = '', exit = 0 }: Recorded[number],
  values: Readonly<Record<string, string>>,
): string[] {
  const isOpen = words.at(-1) === '**'
  const fixed = isOpen ? words.slice(0, -1) : words
  const tests = [
    `$# ${isOpen ? '-ge' : '-eq'} ${String(fixed.length)}`,
    ...fixed.flatMap((word, index) =>
      word === '*' ? [] : [`"\${${String(index + 1)}}" = ${quoted(filled(word, values))}`],
    ),
  ]
  return [
    `if ${tests.map((test) => `[ ${test} ]`).join(' && ')}; then`,
    `  printf '%s' ${quoted(stdout)}`,
    `  printf '%s' ${quoted(stderr)} >&2`,
    `  exit ${String(exit)}`,
    'fi',
  ]
}

function filled(word: string, values: Readonly<Record<string, string>>): string {
  return word.replaceAll(/\$\{?([A-Z][A-Z0-9_]*)\}?/g, (whole, name: string) => values[name] ?? whole)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
