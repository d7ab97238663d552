import { describe, expect, it } from 'vitest'
import { contactLinks } from '../../src/text/contact.ts'

describe('the ways to reach somebody', () => {
  it('are links that act, the fastest first', () => {
    const ways = contactLinks({
      phone: '+1 (555) 0142',
      chat: 'slack://channel?id=C1',
      email: 'a@example.com',
      page: 'https://pager.example.com/a',
    })
    expect(ways.map(({ label, href }) => [label, href])).toEqual([
      ['Call', 'tel:+15550142'],
      ['Text', 'sms:+15550142'],
      ['Page', 'https://pager.example.com/a'],
      ['Chat', 'slack://channel?id=C1'],
      ['Email', 'mailto:a@example.com'],
    ])
  })

  it.each(['#data-engineering', 'javascript:alert(1)', 'data:text/html,x'])(
    'name the channel %s, which no link opens',
    (chat) => {
      expect(contactLinks({ chat })).toEqual([{ kind: 'chat', label: 'Chat', shown: chat }])
    },
  )

  it('are none where nothing is known', () => {
    expect(contactLinks()).toEqual([])
    expect(contactLinks({ phone: undefined })).toEqual([])
  })
})
