import type { Stretch } from '../../../src/calendar/changes/change.ts'
import { swapPartners, turnsOf } from '../../../src/calendar/changes/partners.ts'
import type { Situation } from '../../../src/calendar/changes/propose.ts'
import { command } from '../../lib/command.ts'
import { readDate } from '../../lib/command-arguments.ts'
import { UsageError } from '../../lib/command-error.ts'
import { withRota } from './open-rota.ts'
import {
  CHANGE_EXITS,
  CHANGE_OPTIONS,
  carryOut,
  choosePartner,
  readEngineer,
  situationOf,
} from './propose-change.ts'

export const swap = command({
  name: 'swap',
  summary: 'two engineers exchange turns',
  usage: 'npm run oncall -- swap ENGINEER DATE [OTHER DATE] [--dry-run]',
  about: `The engineer's turn that holds the first date goes to the other, whose turn that holds the second date comes back.
Without the other it names the three fairest partners, and asks at a terminal. Says what it does to shifts, days off, holidays and rest, and writes one file into overrides/.`,
  options: CHANGE_OPTIONS,
  maxWords: 4,
  exits: CHANGE_EXITS,
  example: 'npm run oncall -- swap engineer-a 2027-01-20 engineer-b 2027-01-27 --dry-run',
  run({ values, words: [engineer, date, other, otherDate] }, context) {
    if (engineer === undefined || date === undefined || (other !== undefined && otherDate === undefined))
      throw new UsageError(
        'Say whose turn, with a date in it, and with whose.',
        'npm run oncall -- swap ENGINEER DATE OTHER DATE',
      )
    return withRota(context, values.rota, async (rota) => {
      const situation = situationOf(rota, context.now)
      const mine = turnAt(situation, readEngineer(situation, engineer), readDate('DATE', date))
      const isDry = values['dry-run'] === true
      if (other === undefined || otherDate === undefined) {
        const hint = `npm run oncall -- swap ${engineer} ${date} OTHER DATE`
        const partner = await choosePartner(situation, swapPartners(situation, mine), context, hint)
        return carryOut(rota, situation, partner.change, isDry, context)
      }
      const theirs = turnAt(situation, readEngineer(situation, other), readDate('DATE', otherDate))
      const stretches = [
        { from: mine.from, to: mine.to, engineer: theirs.engineer },
        { from: theirs.from, to: theirs.to, engineer: mine.engineer },
      ] as const
      return carryOut(
        rota,
        situation,
        { kind: 'swap', stretches: [stretches[0], stretches[1]] },
        isDry,
        context,
      )
    })
  },
})

function turnAt(situation: Situation, engineer: string, date: string): Stretch {
  const turns = turnsOf(situation, engineer)
  const turn = turns.find(({ from, to }) => from <= date && date <= to)
  if (turn) return turn
  const next = turns.slice(0, 6).map(({ from }) => from)
  throw new UsageError(
    `${engineer} has no turn on ${date}.`,
    next.length > 0 ? `Their next turns begin on ${next.join(', ')}.` : 'They have no turn ahead.',
  )
}
