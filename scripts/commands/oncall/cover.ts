import { command } from '../../lib/command.ts'
import { UsageError } from '../../lib/command-error.ts'
import { withRota } from './open-rota.ts'
import { CHANGE_EXITS, CHANGE_OPTIONS, carryOut, readEngineer, situationOf } from './propose-change.ts'

export const cover = command({
  name: 'cover',
  summary: 'an engineer takes days or hours of whoever has them',
  usage: 'npm run oncall -- cover ENGINEER FROM [TO] [--dry-run]',
  about: `The engineer takes the days FROM to TO (included), or with times of the rota's clock the hours: holidays and days off then stay with who has the day.
Says what it does, and writes one file into overrides/.`,
  options: CHANGE_OPTIONS,
  maxWords: 3,
  exits: CHANGE_EXITS,
  example: 'npm run oncall -- cover engineer-b 2027-01-20T18:00 2027-01-20T22:00 --dry-run',
  run({ values, words: [engineer, from, to = from] }, context) {
    if (engineer === undefined || from === undefined || to === undefined)
      throw new UsageError('Say who takes which days.', 'npm run oncall -- cover ENGINEER FROM TO')
    return withRota(context, values.rota, (rota) => {
      const situation = situationOf(rota, context.now)
      const stretch = { from, to, engineer: readEngineer(situation, engineer) }
      return carryOut(rota, situation, { kind: 'cover', stretch }, values['dry-run'] === true, context)
    })
  },
})
