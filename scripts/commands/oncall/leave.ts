import { announcedIn, leavePartners } from '../../../src/calendar/changes/partners.ts'
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

export const leave = command({
  name: 'leave',
  summary: 'an engineer is away, and who takes their announced days',
  usage: 'npm run oncall -- leave ENGINEER FROM TO [--covered-by OTHER] [--dry-run]',
  about: `Weeks that are not announced yet are planned around the leave. Announced days of theirs need somebody: without --covered-by it names the fairest, and asks at a terminal.
Says what it does, and writes one file into leave/; a leave has no reason.`,
  options: {
    ...CHANGE_OPTIONS,
    'covered-by': { type: 'string', value: 'OTHER', says: 'Who takes their announced days.' },
  },
  maxWords: 3,
  exits: CHANGE_EXITS,
  example: 'npm run oncall -- leave engineer-b 2027-02-01 2027-02-21 --covered-by engineer-d --dry-run',
  run({ values, words: [id, first, last] }, context) {
    if (id === undefined || first === undefined || last === undefined)
      throw new UsageError('Say who is away from when to when.', 'npm run oncall -- leave ENGINEER FROM TO')
    const [from, to] = [readDate('FROM', first), readDate('TO', last)]
    return withRota(context, values.rota, async (rota) => {
      const situation = situationOf(rota, context.now)
      const engineer = readEngineer(situation, id)
      const isDry = values['dry-run'] === true
      const runs = announcedIn(situation, engineer, from, to)
      const other = values['covered-by']
      if (runs.length === 0 || other !== undefined) {
        const covered = other === undefined ? engineer : readEngineer(situation, other)
        const stretches = runs.map((run) => ({ ...run, engineer: covered }))
        return carryOut(rota, situation, { kind: 'leave', engineer, from, to, stretches }, isDry, context)
      }
      const hint = `npm run oncall -- leave ${id} ${from} ${to} --covered-by OTHER`
      const partners = leavePartners(situation, { engineer, from, to })
      const { change } = await choosePartner(situation, partners, context, hint)
      return carryOut(rota, situation, change, isDry, context)
    })
  },
})
