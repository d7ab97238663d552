// Loaded into a command before anything else: it says which packages it loads, a line each, at once: it may be ended without a word.
import { writeSync } from 'node:fs'
import { registerHooks } from 'node:module'

const packages = new Set()
registerHooks({
  load(url, context, next) {
    const name = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1]
    if (name !== undefined && !packages.has(name)) {
      packages.add(name)
      writeSync(2, `LOADED ${name}\n`)
    }
    return next(url, context)
  },
})
