// Builds this folder with Eleventy and Pagefind, as its users do.
// Arguments: the address of Pagefind's module, and how many pages there have to be.
import { setTimeout as wait } from 'node:timers/promises'
import Eleventy from '@11ty/eleventy'

process.chdir(import.meta.dirname)
const [, , address, expected] = process.argv
const eleventy = new Eleventy('issues', 'site', { quietMode: true, configPath: 'eleventy.config.js' })
await eleventy.write()

const pagefind = await import(address)
const { index } = await pagefind.createIndex()
const { page_count: pages } = await index.addDirectory({ path: 'site' })
await index.writeFiles({ outputPath: 'site/pagefind' })
await pagefind.close()
// What Pagefind's process has used counts once it has ended.
await wait(500)
if (pages !== Number(expected)) throw new Error(`${String(pages)} pages of ${expected}`)
