import { readFileSync } from 'node:fs'

/** Prints the section of the changelog of a tag: `node scripts/tools/release-notes.ts v1.2.0`. */
const [tag = ''] = process.argv.slice(2)
const notes = releaseNotes(readFileSync('CHANGELOG.md', 'utf8'), tag)
if (notes === undefined) {
  console.error(`CHANGELOG.md has no section "## ${tag.replace(/^v/, '')}". Add one before you tag.`)
  process.exitCode = 1
} else {
  console.log(notes)
}

/** The text below the heading of that version, with or without a date behind it; `undefined` where there is none. */
function releaseNotes(changelog: string, version: string): string | undefined {
  const name = version.replace(/^v/, '')
  const section = changelog
    .split(/^## /m)
    .find((part) => name !== '' && (part.startsWith(`${name}\n`) || part.startsWith(`${name} `)))
  return section?.slice(section.indexOf('\n')).trim()
}
