import { dateSpan, dayMonth } from '../../text/dates.ts'
import { reasonOf, stretchesOf, type Change, type Stretch } from './change.ts'

/** The file that a change is, below the content folder, and the message of its commit. */
export interface ChangeFile {
  folder: 'overrides' | 'leave'
  name: string
  text: string
  message: string
}

/**
 * Writes a change as the file that the content folder takes.
 *
 * @param taken ids of the files that the folder has already: a new one never writes over another
 */
export function fileOf(
  rota: string,
  change: Change,
  names: (id: string) => string,
  taken: readonly string[] = [],
): ChangeFile {
  const folder = change.kind === 'leave' ? 'leave' : 'overrides'
  return {
    folder,
    name: `${freeId(idOf(change), taken)}.yaml`,
    text: `${linesOf(rota, change, names).join('\n')}\n`,
    message: messageOf(change, names),
  }
}

function idOf(change: Change): string {
  const first = change.kind === 'leave' ? change.from : (stretchesOf(change)[0]?.from ?? '')
  const people =
    change.kind === 'leave' ? [change.engineer] : stretchesOf(change).map(({ engineer }) => engineer)
  return [first.slice(0, 10), ...people].join('-')
}

function freeId(id: string, taken: readonly string[]): string {
  let free = id
  for (let number = 2; taken.includes(free); number++) free = `${id}-${String(number)}`
  return free
}

function linesOf(rota: string, change: Change, names: (id: string) => string): string[] {
  const list = (stretches: readonly Stretch[]) => [
    'shifts:',
    ...stretches.map(
      ({ from, to, engineer }) => `  - { from: ${from}, to: ${to}, engineer: ${scalar(engineer)} }`,
    ),
  ]
  if (change.kind === 'leave') {
    const { engineer, from, to, stretches } = change
    return [
      `engineer: ${scalar(engineer)}`,
      `from: ${from}`,
      `to: ${to}`,
      ...(stretches.length > 0 ? list(stretches) : []),
    ]
  }
  const head = [`rota: ${scalar(rota)}`]
  const reason = [`reason: ${scalar(reasonOf(change, names) ?? '')}`]
  if (change.kind === 'swap') return [...head, ...list(change.stretches), ...reason]
  const { from, to, engineer } = change.stretch
  return [...head, `from: ${from}`, `to: ${to}`, `engineer: ${scalar(engineer)}`, ...reason]
}

/** Plain where YAML reads it as the same text, in quotes otherwise. */
function scalar(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{N} ._'-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
  return isPlain && text === text.trim() ? text : JSON.stringify(text)
}

function messageOf(change: Change, names: (id: string) => string): string {
  if (change.kind === 'leave') return `Leave of ${names(change.engineer)}, ${spanText(change)}`
  if (change.kind === 'cover') return `${names(change.stretch.engineer)} takes ${spanText(change.stretch)}`
  const [first, second] = change.stretches
  return `Swap: ${names(first.engineer)} takes ${spanText(first)}, ${names(second.engineer)} takes ${spanText(second)}`
}

/** `4–10 Jan`, or of hours `4 Mar 18:00 to 22:00`. */
export function spanText({ from, to }: { from: string; to: string }): string {
  const [date, time] = from.split('T')
  const [endDate, endTime] = to.split('T')
  if (time === undefined || endTime === undefined) return from === to ? dayMonth(from) : dateSpan(from, to)
  const end = date === endDate ? endTime : `${dayMonth(endDate ?? '')} ${endTime}`
  return `${dayMonth(date ?? '')} ${time} to ${end}`
}
