import type { RotaInput, RotaProblem } from '../../oncall/index.ts'

/** Problems of a rota without those that follow from others: the cause is said once. */
export function causesOf(input: RotaInput, problems: readonly RotaProblem[]): RotaProblem[] {
  return withoutMovedStart(input, withoutPaidBack(atAbsences(input, daysTogether(input, problems))))
}

/** Where a published week lacks a holiday, the day off that pays it back is not another mistake. */
function withoutPaidBack(problems: readonly RotaProblem[]): RotaProblem[] {
  const lacking = problems.filter(({ rule }) => rule === 'published-holiday').map(dateOf)
  return problems.filter(
    ({ rule, message }) =>
      rule !== 'published-day-off-unearned' ||
      !lacking.some((date) => date !== '' && message.includes(`(${date})`)),
  )
}

const NOBODY = 'rota-nobody-covers'

/** Days in a row that nobody can cover are one problem, in whoever's weeks they are. */
function daysTogether({ engineers, rotation }: RotaInput, problems: readonly RotaProblem[]): RotaProblem[] {
  const runs: RotaProblem[][] = []
  const days = problems
    .filter(({ rule, date }) => rule === NOBODY && date !== undefined)
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1))
  for (const day of days) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (last && daysBetween(dateOf(last), dateOf(day)) <= 1) run?.push(day)
    else runs.push([day])
  }
  const together = runs.flatMap((run): RotaProblem[] => {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) return []
    if (dateOf(first) === dateOf(last)) return [first]
    const days = run.map(dateOf)
    const away = rotation.filter((id) =>
      days.every((date) => engineers[id]?.unavailable?.some(({ from, to }) => from <= date && date <= to)),
    )
    const who =
      away.length === rotation.length && away.length > 1
        ? 'everybody of the rotation is unavailable then'
        : `${[...new Set(run.map(({ engineer = '' }) => engineer))].join(', ')} and all who could cover are unavailable then`
    return [
      {
        ...first,
        message: `Nobody can cover the days from ${dateOf(first)} to ${dateOf(last)}: ${who}`,
        hint: 'Add an override for those days, or correct somebody’s leave, `unavailable`, `from` or `until`.',
      },
    ]
  })
  return [...problems.filter(({ rule }) => rule !== NOBODY), ...together]
}

const dateOf = ({ date = '' }: RotaProblem): string => date

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

/** Somebody is announced for days on which they are away: one problem for each absence, at the absence, however many days. */
function atAbsences({ engineers }: RotaInput, problems: readonly RotaProblem[]): RotaProblem[] {
  const causeOf = (problem: RotaProblem): string | undefined => {
    const { rule, engineer = '' } = problem
    if (rule === 'published-inactive') return `${rule} ${engineer}`
    if (rule !== 'published-unavailable') return undefined
    const date = dateOf(problem)
    const absence = engineers[engineer]?.unavailable?.find(({ from, to }) => from <= date && date <= to)
    return `${rule} ${engineer} ${absence?.from ?? ''}`
  }
  const groups = Map.groupBy(problems, causeOf)
  return problems.flatMap((problem): RotaProblem[] => {
    const cause = causeOf(problem)
    if (cause === undefined) return [problem]
    const [first, ...others] = groups.get(cause) ?? []
    if (problem !== first) return []
    const rest = { ...problem }
    // Else it would be reported at the week, which nobody has touched.
    delete rest.published
    const days = [...new Set(others.map(dateOf))].sort()
    const more =
      days.length === 0
        ? ''
        : ` The same holds from ${days[0] ?? ''}${days.length > 1 ? ` to ${days.at(-1) ?? ''}, in ${String(days.length)} more places` : ''}.`
    return [{ ...rest, ...fieldOf(problem, engineers), hint: `${problem.hint}${more}` }]
  })
}

function fieldOf(problem: RotaProblem, engineers: RotaInput['engineers']): Pick<RotaProblem, 'field'> {
  if (problem.rule !== 'published-inactive') return {}
  const { until } = engineers[problem.engineer ?? ''] ?? {}
  return { field: [until !== undefined && until < dateOf(problem) ? 'until' : 'from'] }
}

/** What published weeks are said to do wrong where it is the rota's `start` that was moved away from under them. */
const OF_WEEKS: ReadonlySet<string> = new Set(['published-cycle', 'published-gap'])

function withoutMovedStart({ start, published }: RotaInput, problems: readonly RotaProblem[]): RotaProblem[] {
  const first = published[0]?.start
  if (first === undefined || first === start || !problems.some(({ rule }) => rule === 'published-gap'))
    return [...problems]
  return [
    {
      rule: 'published-gap',
      severity: 'error',
      message: `The rota starts on ${start}, and the first published week on ${first}`,
      hint: `Write start: ${first}. If the rota does begin anew, with another rhythm, give it a file of another name.`,
      field: ['start'],
    },
    ...problems.filter(({ rule }) => !OF_WEEKS.has(rule)),
  ]
}
