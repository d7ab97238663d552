import { IS_PACKAGE } from '../../src/site/build/folders.ts'
import { COMMANDS } from '../commands/index.ts'

/**
 * Commands as whoever reads this can run them: a folder that has the engine as a package has no npm scripts, and
 * `content/` in it is what every command takes.
 */
export function calledAs(text: string, isPackage = IS_PACKAGE): string {
  if (!isPackage) return text
  return text
    .replace(/\bCONTENT_ROOT=content (?=npm )/g, '')
    .replace(/\bnpm run format\b/g, 'npx prettier --write content')
    .replace(/\bnpm (?:run (?:--silent )?)?([\w-]+)(?: --(?= |$))?/gm, (written, name: string) =>
      name === 'COMMAND' || Object.hasOwn(COMMANDS, name) ? `npx watchbook ${name}` : written,
    )
}
