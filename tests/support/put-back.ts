import { afterAll, vi } from 'vitest'

// Files of tests that share a process begin with the same environment and in the same folder, whatever the one before has done.
const environment = { ...process.env }
const folder = process.cwd()

afterAll(() => {
  vi.useRealTimers()
  for (const name of Object.keys(process.env))
    if (!(name in environment)) Reflect.deleteProperty(process.env, name)
  for (const [name, value] of Object.entries(environment))
    if (process.env[name] !== value) process.env[name] = value
  if (process.cwd() !== folder) process.chdir(folder)
})
