// Loaded into a command before anything else: it says which packages it loads, a line each, at once: it may be ended without a word.
import { writeSync } from 'node:fs'
import { registerHooks } from 'node:module'

const packages = new Set()
const say = (name) => {
  if (name === undefined || packages.has(name)) return
  packages.add(name)
  writeSync(2, `LOADED ${name}\n`)
}
registerHooks({
  load(url, context, next) {
    say(/\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1])
    const loaded = next(url, context)
    // Joined modules are files of ours that hold packages, which their first line names.
    if (url.includes('/.cache/joined/')) {
      say('joined modules')
      for (const name of /^\/\/ Packages: (.*)/.exec(String(loaded.source))?.[1].split(' ') ?? []) say(name)
    }
    return loaded
  },
})
