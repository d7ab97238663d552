import type { Plan } from '../facts/proofs/plan.ts'
import { fillIn } from '../facts/proofs/variables.ts'
import { EngineError, type Engine } from './engines/index.ts'
import { runAll } from './run/answer.ts'
import { fill } from './run/load.ts'
import { toCsv } from './run/written.ts'

/** Something that answers SQL, with the text that it is made of. */
interface Session {
  tables: readonly string[]
  /** What the parameters of pasted blocks are filled in with. */
  values: Readonly<Record<string, string>>
  answer: (sql: string) => Promise<string>
  close: () => Promise<void>
}

export interface RehearsalRoom {
  plans: readonly Plan[]
  openEngine: () => Promise<Engine>
}

/** Every incident that can be rehearsed: the rehearsals of the content that plant a fault. */
export function rehearsalNames({ plans }: Pick<RehearsalRoom, 'plans'>): string[] {
  return plans
    .filter(({ rehearsal }) => rehearsal.fault.trim() !== '')
    .map(({ rehearsal }) => rehearsal.name)
    .sort()
}

/**
 * Answers SQL with its rows, until the lines end. An empty line runs the lines before it, so that a block can be pasted
 * as it is on the page. A mistake in the SQL is printed and ends nothing.
 * @returns the exit code: 1 where there is no such rehearsal
 */
export async function rehearse(
  name: string | undefined,
  lines: AsyncIterable<string>,
  room: RehearsalRoom,
  print: (text: string) => void,
): Promise<number> {
  const names = rehearsalNames(room)
  const plan = room.plans.find(({ rehearsal }) => rehearsal.name === name)
  if (plan === undefined || !names.includes(plan.rehearsal.name)) {
    print(
      names.length === 0
        ? 'This content has no rehearsal. Make one with `npm run new -- rehearsal "Title"`.'
        : `Which incident? One of: ${names.join(', ')}. For example: npm run rehearse -- ${names[0] ?? ''}`,
    )
    return 1
  }
  const session = await onPlan(plan, await room.openEngine())
  const values = Object.entries(session.values).map(([key, value]) => `<${key}> is ${value}`)
  print(`A warehouse in memory with "${plan.rehearsal.name}" in it. Tables: ${session.tables.join(', ')}.`)
  if (values.length > 0) print(`Filled in for you: ${values.join(', ')}.`)
  print('Paste a block of the page, then an empty line. Nothing that you do here is kept.')

  let text = ''
  const run = async (): Promise<void> => {
    if (text.trim() !== '') print(await session.answer(fillIn(text, session.values)))
    text = ''
  }
  for await (const line of lines) {
    if (line.trim() === '') await run()
    else text += `${line}\n`
  }
  await run()
  await session.close()
  return 0
}

async function onPlan(plan: Plan, engine: Engine): Promise<Session> {
  await fill(engine, plan, 'fault')
  return {
    tables: plan.rehearsal.tables.map(({ name }) => name).sort(),
    values: plan.rehearsal.file.variables ?? {},
    answer: async (sql) => {
      try {
        const rows = await runAll(engine, sql)
        return shown(rows === undefined || rows.columns.length === 0 ? '' : toCsv(rows))
      } catch (error) {
        if (error instanceof EngineError) return error.message
        throw error
      }
    },
    close: () => engine.close(),
  }
}

function shown(csv: string): string {
  const text = csv.trimEnd()
  if (text === '') return 'Done.'
  // A header alone looks as if something were still to come.
  return text.includes('\n') ? text : `${text}\nNo rows.`
}
