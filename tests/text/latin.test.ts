import { expect, it } from 'vitest'
import { toId } from '../../src/content/read/files.ts'
import { toName } from '../../src/content/edit/import/common/ids.ts'

it.each([
  ['Straße gesperrt', 'strasse-gesperrt'],
  ['Übertragung gestört', 'ubertragung-gestort'],
  ['Łączność', 'lacznosc'],
  ['Kø på færgen', 'ko-pa-faergen'],
  ['Þjónn', 'thjonn'],
])('%s has the id %s, proposed and imported', (name, id) => {
  expect(toId(name)).toBe(id)
  expect(toName(name).toLowerCase()).toBe(id)
})
