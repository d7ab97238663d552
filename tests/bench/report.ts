/** One line of a benchmark: what was measured, beside the limit of its budget. A slow machine must not fail a build. */
export function report(name: string, measured: string, limit: string): void {
  console.info(`${name}: ${measured} (limit ${limit})`)
}
