import { commandGroup } from '../../lib/command.ts'
import { cover } from './cover.ts'
import { diff } from './diff.ts'
import { exportCommand } from './export.ts'
import { holidays } from './holidays.ts'
import { importCommand } from './import.ts'
import { leave } from './leave.ts'
import { notify } from './notify.ts'
import { plan } from './plan.ts'
import { publish } from './publish.ts'
import { swap } from './swap.ts'
import { upcoming } from './upcoming.ts'
import { who } from './who.ts'

export const oncall = commandGroup(
  'oncall',
  'answers who is on call, plans, compares and publishes rotas',
  'npm run oncall -- COMMAND [ROTA] [options]',
  [who, upcoming, plan, holidays, swap, cover, leave, diff, publish, importCommand, exportCommand, notify],
)
