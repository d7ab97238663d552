import { describe, expect, it } from 'vitest'
import { factsOf } from '../../../src/content/facts/entries.ts'
import { SITE, contentOf } from '../../support/content-folder.ts'

const files = (site: string) => ({
  'site.yaml': `${SITE}${site}`,
  'teams/shop.yaml': 'name: Shop\nsummary: A team.\ncontact:\n  chat: "#shop"\n',
  'engineers/ann.yaml': 'name: Ann\nteam: shop\ncontact:\n  phone: +1 555 0100\n',
})
const contactOf = async (site: string) =>
  factsOf(await contentOf(files(site))).engineers.get('ann').data.contact

describe('the contact of a person', () => {
  it.each(['', 'personalContacts: hide\n'])('is in no fact that outputs read: %j', async (site) => {
    expect(await contactOf(site)).toBeUndefined()
  })

  it('is known where the team shows it', async () => {
    expect(await contactOf('personalContacts: show\n')).toEqual({ phone: '+1 555 0100' })
  })

  it('hides no contact of a team', async () => {
    const facts = factsOf(await contentOf(files('')))
    expect(facts.teams.get('shop').data.contact).toEqual({ chat: '#shop' })
  })
})
