import type * as Satteri from 'satteri'
import { lazyPackage } from '../../text/lazy-package.ts'

/** The parser of Markdown and MDX that also builds the site. */
export const markdownParser = lazyPackage<typeof Satteri>('satteri')
