import { BELIEVED_FOR, incidentBy, keep } from './store.ts'

/** Takes up an incident that was ended, or that nobody has touched for long. */
export function resume(id: string): void {
  const incident = incidentBy(id)
  if (!incident) return
  delete incident.ended
  keep({ ...incident, until: Math.max(incident.until, Date.now() + BELIEVED_FOR) })
}
