import type { Change, Stretch } from '../../calendar/changes/change.ts'
import type { Partner } from '../../calendar/changes/partners.ts'
import type { Proposal } from '../../calendar/changes/propose.ts'
import type { HolidayTable, RotaInput } from '../../oncall/index.ts'

/** What the page of a change asks its planner, which works beside the page so that a phone stays responsive. */
export interface Questions {
  /** The first question: what there is to plan with. */
  start: {
    ask: { rota: RotaInput; years: readonly number[]; holidays: HolidayTable; today: string }
    answer: true
  }
  turns: { ask: { engineers: readonly string[] }; answer: Stretch[] }
  swap: { ask: { stretch: Stretch }; answer: OfferedPartner[] }
  cover: { ask: { stretch: Stretch }; answer: OfferedPartner[] }
  leave: { ask: { engineer: string; from: string; to: string }; answer: OfferedPartner[] }
  propose: { ask: { change: Change }; answer: Proposal }
}

/** A partner as it can be sent: what the change does is asked for when somebody chooses them. */
export type OfferedPartner = Omit<Partner, 'proposal'>

export type Name = keyof Questions

/** What is sent to the worker, and what comes back under the same number. */
export interface Asked {
  id: number
  name: Name
  ask: unknown
}

export type Answered = { id: number; answer: unknown } | { id: number; error: string }
