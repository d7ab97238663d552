import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseDocument } from 'yaml'

/**
 * Copies a content folder and writes copies of its own issues into it until there are as many as asked for:
 * as long, as many code blocks and links, and each with a title, alerts and signatures of its own.
 */
export function writeManyIssues(from: string, to: string, count: number): void {
  cpSync(from, to, { recursive: true })
  const folder = path.join(to, 'issues')
  const names = readdirSync(folder)
  for (let number = names.length; number < count; number++) {
    const name = names[number % names.length] ?? ''
    const [, fields = '', body = ''] =
      /^---\n(.*?\n)---\n(.*)$/s.exec(readFileSync(path.join(folder, name), 'utf8')) ?? []
    const yaml = parseDocument(fields)
    const suffix = ` ${String(number)}`
    yaml.set('title', `${String(yaml.get('title'))}${suffix}`)
    yaml.delete('aliases')
    for (const list of ['alerts', 'signatures']) {
      const { [list]: values } = yaml.toJS() as Record<string, unknown>
      if (Array.isArray(values))
        yaml.set(
          list,
          values.map((value) => `${String(value)}${suffix}`),
        )
    }
    const copy = `${path.parse(name).name}-${String(number)}${path.extname(name)}`
    writeFileSync(path.join(folder, copy), `---\n${yaml.toString({ lineWidth: 0 })}---\n${body}`)
  }
}
