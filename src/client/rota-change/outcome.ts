import type { Change } from '../../calendar/changes/change.ts'
import { fileOf } from '../../calendar/changes/file.ts'
import { newFileUrl } from '../../calendar/changes/forge.ts'
import type { Proposal } from '../../calendar/changes/propose.ts'
import type { ChangeData } from '../../calendar/views/change-data.ts'
import { element } from '../dom.ts'

export const workingItOut = (): Node[] => [element('p', { className: 'soft' }, 'Working it out…')]

export const say = (text: string): Node[] => [element('p', {}, text)]

/**
 * What a change does, or why it is not allowed, and the file that it is: behind the forge's page for it, or to be saved.
 *
 * @param name the name of an engineer, by id
 */
export function outcome(
  { forge, rota, taken }: ChangeData,
  name: (id: string) => string,
  change: Change,
  { problems, warnings, effects, notice }: Proposal,
): Node[] {
  const list = (texts: readonly string[]) =>
    element('ul', {}, ...texts.map((text) => element('li', {}, text)))
  const sentence = ({ message, hint }: { message: string; hint: string }) => `${message}. ${hint}`
  if (problems.length > 0) return [element('h2', {}, 'This is not allowed'), list(problems.map(sentence))]
  const file = fileOf(rota.id, change, name, taken[change.kind === 'leave' ? 'leave' : 'overrides'])
  const path = [forge?.content ?? 'content', file.folder, file.name].filter((part) => part !== '').join('/')
  const shown = [
    element('p', {}, 'The file ', element('code', {}, path), ':'),
    element('pre', {}, element('code', {}, file.text)),
  ]
  return [
    element('h2', {}, 'What it does'),
    list([...effects, notice]),
    ...(warnings.length > 0
      ? [element('p', {}, element('strong', {}, 'The check will warn:')), list(warnings.map(sentence))]
      : []),
    ...(forge
      ? [
          element(
            'p',
            {},
            element(
              'a',
              {
                className: 'button',
                href: newFileUrl(forge, file),
                rel: 'noopener',
              },
              `Open the ${forge.kind === 'gitlab' ? 'merge' : 'pull'} request`,
            ),
          ),
          element('details', {}, element('summary', {}, 'The file that it writes'), ...shown),
        ]
      : [
          ...shown,
          element(
            'p',
            {},
            'Save it in the content folder, run ',
            element('code', {}, 'npm run check'),
            ', and commit it.',
          ),
        ]),
  ]
}
