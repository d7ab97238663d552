import { type Duty, type DutyDay } from './duty.ts'
import { type Engineer, type Setting, at, yearOfWeek } from './setting.ts'
import { dutyStart, parseWall, show } from './dates.ts'
import { type Plan } from './plan.ts'
import { cycleOf } from './cycles.ts'

/** R12: the seconds of the year's days. */
export function secondsOf(
  setting: Setting,
  planAfter: (year: number) => Plan,
  duty: Duty,
  days: DutyDay[],
  direction: 'next' | 'previous',
): { start: string; end: string; engineer: string }[] {
  const { rota } = setting
  const { input } = rota
  const zone = input.timeZone
  const windows = input.overrides
    .filter(({ from }) => from.includes('T'))
    .map((one) => ({
      engineer: one.engineer,
      start: parseWall(one.from, zone),
      end: parseWall(one.to, zone),
    }))
  const pieces: { start: number; end: number; engineer: string }[] = []
  for (const one of days) {
    const second = secondOfDay(setting, planAfter, duty, one, direction)
    const dayStart = dutyStart(one.day, input.handoffTime, zone)
    const dayEnd = dutyStart(one.day + 1, input.handoffTime, zone)
    const cuts = [dayStart, dayEnd, ...windows.flatMap(({ start, end }) => [start, end])]
      .filter((instant) => dayStart <= instant && instant <= dayEnd)
      .sort((a, b) => a - b)
    for (const [index, start] of cuts.slice(0, -1).entries()) {
      const end = at(cuts, index + 1)
      const window = windows.find((each) => each.start <= start && start < each.end)
      const holder = at(rota.ids, one.holder)
      const ofDay = second === undefined ? undefined : at(rota.ids, second)
      const engineer = window === undefined || window.engineer === holder ? ofDay : holder
      if (engineer === undefined || start === end) continue
      const last = pieces.at(-1)
      if (last?.engineer === engineer && last.end === start) last.end = end
      else pieces.push({ start, end, engineer })
    }
  }
  return pieces.map(({ start, end, engineer }) => ({
    start: show(start, zone),
    end: show(end, zone),
    engineer,
  }))
}

function secondOfDay(
  setting: Setting,
  planAfter: (year: number) => Plan,
  duty: Duty,
  { day, week, holder }: DutyDay,
  direction: 'next' | 'previous',
): Engineer | undefined {
  const { rota } = setting
  const lastYear = yearOfWeek(rota, week) + 1
  const plan = planThrough(planAfter, lastYear)
  for (let step = 1; step <= rota.rotation.length; step++) {
    const away = direction === 'next' ? step : -step
    const turn = plan.turns[week + away]
    if (week + away < 0 || turn === undefined) continue
    if (yearOfWeek(rota, cycleOf(plan.cycles, week + away).first) > lastYear) continue
    const engineer = setting.override(day + 7 * away) ?? turn
    const isOff = duty.daysOff.some((off) => off.engineer === engineer && off.day === day)
    if (engineer === holder || isOff) continue
    if (!rota.active(engineer, day) || setting.unavailable(engineer, day)) continue
    return engineer
  }
  return undefined
}

function planThrough(planAfter: (year: number) => Plan, year: number): Plan {
  try {
    return planAfter(year)
  } catch {
    return planAfter(year - 1)
  }
}
