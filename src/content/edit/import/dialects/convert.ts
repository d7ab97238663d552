import type { TagContext } from './common.ts'
import { convertHugo } from './hugo.ts'
import { convertLiquid } from './liquid.ts'
import { convertDocfx } from './docfx.ts'
import { convertErb } from './erb.ts'
import { convertIkiwiki } from './ikiwiki.ts'
import { convertJsx } from './jsx.ts'
import type { Family } from '../common/generator.ts'

/** Converts the tags of all dialects; code is masked. */
export function convertDialects(text: string, context: TagContext): string {
  let result = convertHugo(text, context)
  result = convertLiquid(result, context)
  result = convertErb(result, context)
  result = convertIkiwiki(result, context)
  result = convertDocfx(result, context)
  if (isJsx(context.family) || /^import\s.+from\s+['"]/m.test(result)) result = convertJsx(result, context)
  return result
}

function isJsx(family: Family): boolean {
  return family === 'docusaurus' || family === 'starlight' || family === 'vitepress'
}
