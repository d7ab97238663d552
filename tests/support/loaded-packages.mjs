// Loaded into a command before anything else: at its end it says which packages it has loaded, a line each.
import { registerHooks } from 'node:module'

const packages = new Set()
registerHooks({
  load(url, context, next) {
    const name = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1]
    if (name !== undefined) packages.add(name)
    return next(url, context)
  },
})
process.on('exit', () => {
  for (const name of packages) process.stderr.write(`LOADED ${name}\n`)
})
