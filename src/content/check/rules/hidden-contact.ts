import { showsPersonalContacts } from '../../facts/contacts.ts'
import type { Rule } from './rule.ts'

export const hiddenContact: Rule = {
  id: 'hidden-contact',
  severity: 'warning',
  reason:
    'The site does not show the contacts of engineers unless the team decides otherwise, because many people may read it. Somebody who looks for the number at night does not find it.',
  fix: 'Write `personalContacts: show` in site.yaml if every reader of the site may see it, or give the rota or the team the contact instead and delete this one.',
  *check({ content }) {
    if (showsPersonalContacts(content)) return
    for (const document of content.documents) {
      if (document.collection !== 'engineers') continue
      if (content.engineers.get(document.id)?.data.contact === undefined) continue
      yield {
        document,
        at: { path: ['contact'], part: 'key' },
        message: 'The contact of a person is on no page of the site',
      }
    }
  },
}
