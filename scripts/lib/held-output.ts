type Write = NodeJS.WriteStream['write']

/** What this process prints, held back until it is known whether anybody should read it. */
export interface HeldOutput {
  /** Prints something, then what is held, and everything from now on as it comes. */
  release: (first?: () => void) => void
  /** Prints something in the place of what is held; until `release`, what comes is dropped. */
  drop: (instead: () => void) => void
}

/** Holds back whatever anything in this process prints, until it is released; at the latest when the process ends. */
export function holdOutput(): HeldOutput {
  let state: 'held' | 'dropped' | 'open' = 'held'
  let held: (() => void)[] = []
  const restore = [process.stdout, process.stderr].map((stream) => {
    const own = stream.write
    const write: Write = (...args: unknown[]) => {
      const print = (): unknown => Reflect.apply(own, stream, args)
      if (state === 'open') return print() === true
      if (state === 'held') held.push(print)
      return true
    }
    stream.write = write
    return () => {
      // Whoever has put another one in its place since goes on through this one.
      if (stream.write === write) stream.write = own
    }
  })
  const release = (first?: () => void) => {
    if (state === 'open') return
    process.off('exit', atExit)
    state = 'open'
    for (const back of restore) back()
    first?.()
    for (const print of held) print()
    held = []
  }
  const atExit = () => {
    release()
  }
  process.once('exit', atExit)
  return {
    release,
    drop(instead) {
      state = 'open'
      held = []
      instead()
      state = 'dropped'
    },
  }
}
