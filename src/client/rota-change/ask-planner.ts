import planner from './change-planner.ts?worker&url'
import type { Answered, Name, Questions } from './questions.ts'
import { letThrough } from '../script-addresses.ts'

/** Asks the planner; the promise fails where it cannot answer. */
export type Ask = <Key extends Name>(
  name: Key,
  ask: Questions[Key]['ask'],
) => Promise<Questions[Key]['answer']>

/** Starts the planner of the page of a change. Once it has broken off, whatever is asked fails with the same reason. */
export function startPlanner(): Ask {
  const worker = new Worker(letThrough(new URL(planner, location.href)), { type: 'module' })
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  let failure: Error | undefined
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('error' in data) asked?.reject(new Error(data.error))
    else asked?.resolve(data.answer)
  })
  const breakOff = ({ type }: Event) => {
    failure = new Error(
      type === 'error'
        ? 'the planner could not be loaded, or broke off'
        : 'the planner could not be understood',
    )
    for (const { reject } of waiting.values()) reject(failure)
    waiting.clear()
  }
  worker.addEventListener('error', breakOff)
  worker.addEventListener('messageerror', breakOff)
  return (name, ask) =>
    new Promise((resolve, reject) => {
      if (failure) {
        reject(failure)
        return
      }
      const id = ++last
      waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject })
      worker.postMessage({ id, name, ask })
    })
}
