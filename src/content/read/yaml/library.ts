import type * as Yaml from 'yaml'
import { lazyPackage } from '../../../text/lazy-package.ts'

/** The parser and writer of YAML. */
export const yaml = lazyPackage<typeof Yaml>('yaml')
