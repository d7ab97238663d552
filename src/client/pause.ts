/**
 * Waits until the browser has nothing else to do: what a finger asks for goes first. Safari does not say when that is, and
 * a busy phone has no such moment; then it is half a second.
 *
 * @returns whether there is still time for a short task
 */
export function nextPause(): Promise<() => boolean> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(
        (pause) => {
          resolve(() => pause.timeRemaining() > 5)
        },
        { timeout: 500 },
      )
    else
      setTimeout(() => {
        resolve(() => false)
      })
  })
}
