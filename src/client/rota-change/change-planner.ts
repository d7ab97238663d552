import {
  coverPartners,
  leavePartners,
  swapPartners,
  turnsOf,
  type Partner,
} from '../../calendar/changes/partners.ts'
import { propose, type Situation } from '../../calendar/changes/propose.ts'
import { createCalendar, fromTable } from '../../oncall/index.ts'
import type { Answered, Asked, Name, OfferedPartner, Questions } from './questions.ts'

/** The worker of the page of a change: it plans, and the page stays free to be touched. */

let situation: Situation | undefined

function known(): Situation {
  if (!situation) throw new Error('The planner was asked before it was started')
  return situation
}

const offered = (partners: readonly Partner[]): OfferedPartner[] =>
  partners.map(({ engineer, change, reasons }) => ({ engineer, change, reasons }))

const answers: { [Key in Name]: (ask: Questions[Key]['ask']) => Questions[Key]['answer'] } = {
  start: ({ rota, years, holidays, today }) => {
    const source = fromTable(holidays)
    situation = { rota, holidays: source, years, today, calendar: createCalendar(rota, source) }
    return true
  },
  turns: ({ engineers }) =>
    engineers.flatMap((id) => turnsOf(known(), id)).sort((a, b) => (a.from < b.from ? -1 : 1)),
  swap: ({ stretch }) => offered(swapPartners(known(), stretch)),
  cover: ({ stretch }) => offered(coverPartners(known(), stretch)),
  leave: (leave) => offered(leavePartners(known(), leave)),
  propose: ({ change }) => propose(known(), change),
}

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { id, name, ask } = data
  const send = (message: Answered) => {
    self.postMessage(message)
  }
  try {
    // The page asks with the type of the same name: both are of one build.
    send({ id, answer: (answers[name] as (ask: unknown) => unknown)(ask) })
  } catch (error) {
    send({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
