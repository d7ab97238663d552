import type { Command } from './command.ts'
import type { Definition, Options } from './command-definition.ts'

/** The list of commands, one line each. */
export function overview(usage: string, commands: readonly Pick<Command, 'name' | 'summary'>[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    `Usage: ${usage}`,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Each explains itself with --help. --content DIR, or CONTENT_ROOT=DIR, works on another content folder.',
  ].join('\n')
}

/** What `--help` of a command prints. */
export function helpOf<O extends Options>({
  name,
  summary,
  usage,
  about,
  options,
  exits,
  example,
}: Definition<O>): string {
  const rows = Object.entries(options).map(([option, { value, type, says }]) => [
    `--${option}${type === 'string' ? ` ${value ?? 'TEXT'}` : ''}`,
    says,
  ])
  const width = Math.max(0, ...rows.map(([left = '']) => left.length))
  const codes = Object.entries(exits).map(([code, meaning]) => `${code} ${meaning}`)
  return [
    ...usage.split('\n').map((line, index) => (index === 0 ? `Usage: ${line}` : `       ${line}`)),
    '',
    about ?? `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    ...(rows.length > 0
      ? ['', ...rows.map(([left = '', says = '']) => `  ${left.padEnd(width)}  ${says}`)]
      : []),
    '',
    `Exit codes: ${codes.join('; ')}.`,
    `Example: ${example}`,
    ...(name === 'init' ? [] : ['', '--content DIR, or CONTENT_ROOT=DIR, works on another content folder.']),
  ].join('\n')
}

/** The commands that a group lists in its help; none for the help of a command. */
export function listedIn(help: string): string[] {
  if (/^Exit codes: /m.test(help)) return []
  return [...help.matchAll(/^ {2}(\S+) {2,}\S/gm)].map(([, name = '']) => name)
}

/** Whether `--help` is among the words before `--`. */
export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end === -1 ? undefined : end).some((word) => word === '--help' || word === '-h')
}
