import type { checkInSteps } from '../content/check/check.ts'
import type { reportText } from '../content/check/reporters/text.ts'

interface CheckCode {
  checkInSteps: typeof checkInSteps
  reportText: typeof reportText
}

let loaded: CheckCode | undefined
let loading: Promise<void> | undefined

/** Loads the check, which is a quarter of all code: only a content that is not known to pass it needs it. */
export function loadCheck(): Promise<void> {
  loading ??= load()
  return loading
}

async function load(): Promise<void> {
  const [{ checkInSteps }, { reportText }] = await Promise.all([
    import('../content/check/check.ts'),
    import('../content/check/reporters/text.ts'),
  ])
  loaded = { checkInSteps, reportText }
}

/** The check, once it is loaded. */
export function loadedCheck(): CheckCode | undefined {
  return loaded
}
