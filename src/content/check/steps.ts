/** Long work that stops after each of its steps, so that something else can go first. Its result does not depend on that. */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** Does all that is left, without a pause. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
