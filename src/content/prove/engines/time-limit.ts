/** What is looked at to say how long a statement has run. */
export interface Gauge {
  /** Milliseconds on the wall. */
  wall: () => number
  /** Milliseconds that this process has computed, in all of its threads. */
  computed: () => number
}

const REAL: Gauge = {
  wall: () => performance.now(),
  computed: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
}

/** A statement that waits and computes nothing is stopped after so many times its seconds. */
const MAX_WAIT = 12

/** How often a statement is looked at that has had its seconds on the wall. */
const LOOK_MS = 250

/** The statements that run now, in all engines of this process: they share what it computes. */
let running = 0

/**
 * Calls `stop` once a statement has had so many seconds, on the wall and as its share of what this process has computed:
 * on a machine that is busy with something else, a statement waits and is not endless. One that computes nothing either is
 * stopped after twelve times that.
 *
 * @returns ends the watch
 */
export function watch(seconds: number, stop: () => void, { wall, computed }: Gauge = REAL): () => void {
  running += 1
  const start = { wall: wall(), computed: computed() }
  const limit = seconds * 1000
  const look = () => {
    const waited = wall() - start.wall
    const share = (computed() - start.computed) / running
    if (waited < limit || (share < limit && waited < limit * MAX_WAIT)) timer = setTimeout(look, LOOK_MS)
    else stop()
  }
  let timer = setTimeout(look, limit)
  let isOver = false
  return () => {
    clearTimeout(timer)
    if (!isOver) running -= 1
    isOver = true
  }
}
