import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { toYaml } from '../../read/yaml/write.ts'
import type { ReportInput } from './report.ts'

/**
 * Writes a `site.yaml` where there is none: the source's own name, and its repository.
 *
 * @returns its path; nothing where there was one
 */
export function startSite(root: string, inputs: readonly ReportInput[]): string | undefined {
  const file = path.join(root, 'site.yaml')
  if (existsSync(file)) return undefined
  const generators = inputs.flatMap(({ result }) => result.generators)
  const name =
    generators.find(({ title }) => title !== undefined)?.title ??
    path.basename(path.resolve(inputs[0]?.source ?? root))
  writeFileSync(file, `name: ${toYaml(name)}\n`)
  return file
}
