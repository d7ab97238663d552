import type { Plan } from '../../facts/proofs/plan.ts'
import type { Engine } from '../engines/index.ts'
import { Terminal } from './terminal.ts'
import { openWarehouse } from './warehouse.ts'

export interface RehearsalRoom {
  plans: readonly Plan[]
  openEngine: () => Promise<Engine>
  /** Why shell blocks cannot be run on this machine, in a sentence; nothing where they can. */
  boxProblem: () => string | undefined
}

const hasFault = ({ rehearsal }: Plan) => rehearsal.fault.trim() !== ''
const hasCommands = ({ rehearsal }: Plan) => rehearsal.commands.size > 0

/** Every incident that can be rehearsed: the rehearsals of the content that plant a fault, or record what tools answer. */
export function rehearsalNames({ plans }: Pick<RehearsalRoom, 'plans'>): string[] {
  return plans
    .filter((plan) => hasFault(plan) || hasCommands(plan))
    .map(({ rehearsal }) => rehearsal.name)
    .sort()
}

/**
 * Answers what is pasted, until the lines end: SQL with its rows, a command with its recorded answer. An empty line runs the
 * lines before it, so that a block can be pasted as it is on the page. A mistake in it is printed and ends nothing.
 *
 * @param names one rehearsal that plants a fault in a warehouse, and any that record what tools answer
 * @returns the exit code: 1 where a name is unknown, there are two warehouses, or nothing can be answered here
 */
export async function rehearse(
  names: readonly string[],
  lines: AsyncIterable<string>,
  room: RehearsalRoom,
  print: (text: string) => void,
): Promise<number> {
  const known = rehearsalNames(room)
  const plans = room.plans.filter(({ rehearsal: { name } }) => known.includes(name) && names.includes(name))
  const warehouses = plans.filter(hasFault)
  if (names.length === 0 || names.some((name) => !known.includes(name))) {
    print(
      known.length === 0
        ? 'This content has no rehearsal. Make one with `npm run new -- rehearsal "Title"`.'
        : `Which incident? One of: ${known.join(', ')}. For example: npm run rehearse -- ${known[0] ?? ''}`,
    )
    return 1
  }
  if (warehouses.length > 1) {
    print(
      `One warehouse at a time: ${warehouses.map(({ rehearsal: { name } }) => name).join(' and ')} each plant a fault.`,
    )
    return 1
  }
  const values: Record<string, string> = Object.assign(
    {},
    ...plans.map(({ rehearsal }) => rehearsal.file.variables),
  )
  const terminal = openTerminal(plans.filter(hasCommands), values, room, print)
  const [incident] = warehouses
  const warehouse = incident && (await openWarehouse(incident, values, room.openEngine))
  if (!terminal && !warehouse) return 1
  if (warehouse) print(warehouse.about)
  if (terminal) print(terminal.about)
  const filled = Object.entries(values).map(([key, value]) => `${key} is ${value}`)
  if (filled.length > 0) print(`Filled in for you: ${filled.join(', ')}.`)
  print('Paste a block of the page, then an empty line. Nothing that you do here is kept.')

  let text = ''
  const run = async (): Promise<void> => {
    const block = text
    text = ''
    if (block.trim() === '') return
    if (terminal && (!warehouse || terminal.understands(block))) print(await terminal.answer(block))
    else if (warehouse) print(await warehouse.answer(block))
  }
  try {
    for await (const line of lines) {
      if (line.trim() === '') await run()
      else text += `${line}\n`
    }
    await run()
  } finally {
    terminal?.close()
    await warehouse?.close()
  }
  return 0
}

/** The tools of the rehearsals, where this machine can run them. */
function openTerminal(
  plans: readonly Plan[],
  values: Readonly<Record<string, string>>,
  { boxProblem }: RehearsalRoom,
  print: (text: string) => void,
): Terminal | undefined {
  if (plans.length === 0) return undefined
  const problem = boxProblem()
  if (problem === undefined) return new Terminal(plans, values)
  print(`${problem} Commands are not answered.`)
  return undefined
}
