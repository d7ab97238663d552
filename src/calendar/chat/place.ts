import type { Contact } from '../../text/contact.ts'

/** What a message needs besides the calendar: names, addresses and how to reach whoever is on call. */
export interface ChatPlace {
  /** Of the rota. */
  name: string
  person: (id: string) => string
  /** Absolute; absent where nobody knows the address of the site. */
  rotaUrl?: string | undefined
  personUrl?: ((id: string) => string) | undefined
  /** Of whoever is on call, whoever that is. */
  contact?: Contact | undefined
}
