import { accessSync, constants } from 'node:fs'

/** Whether this user may run a file; nothing is there, or may be run, where it is `false`. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
