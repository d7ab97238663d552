/** How a person or a team is reached; what is not known is absent. */
export interface Contact {
  phone?: string | undefined
  /** A channel's name, or its address. */
  chat?: string | undefined
  email?: string | undefined
  /** The address that pages. */
  page?: string | undefined
}

export interface Way {
  kind: 'phone' | 'chat' | 'mail' | 'page'
  /** What a tap does. */
  label: string
  /** The number, channel or address itself. */
  shown: string
  /** Where it leads; nothing for the bare name of a channel. */
  href?: string
}

/** The ways to reach somebody as links that act, the fastest first. A number also takes a text message. */
export function contactLinks({ phone, chat, email, page }: Contact = {}): Way[] {
  const ways: Way[] = []
  if (phone !== undefined) {
    const number = phone.replace(/[^\d+*#,;]/g, '')
    ways.push({ kind: 'phone', label: 'Call', shown: phone, href: `tel:${number}` })
    ways.push({ kind: 'chat', label: 'Text', shown: phone, href: `sms:${number}` })
  }
  if (page !== undefined) ways.push({ kind: 'page', label: 'Page', shown: page, href: page })
  if (chat !== undefined) {
    const isAddress = /^(?:https?|slack|msteams|tg|xmpp|matrix):\S+$/i.test(chat)
    ways.push({ kind: 'chat', label: 'Chat', shown: chat, ...(isAddress && { href: chat }) })
  }
  if (email !== undefined) ways.push({ kind: 'mail', label: 'Email', shown: email, href: `mailto:${email}` })
  return ways
}
