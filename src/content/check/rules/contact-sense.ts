import type { Content, ContentDocument } from '../../read/load.ts'
import { placeholderIn } from './shared/placeholder.ts'
import type { Mistake, Rule } from './rule.ts'

export const contactSense: Rule = {
  id: 'contact-sense',
  severity: 'warning',
  reason:
    'During an incident, an address with a mistyped beginning opens nothing, and a mail to a mistyped host comes back the next day.',
  fix: 'Write the address or the name as the tool itself shows it.',
  *check({ content }) {
    for (const [document, contact] of contactsOf(content)) {
      for (const { field, ...mistake } of problemsOf(contact))
        yield { document, at: { path: ['contact', field] }, ...mistake }
    }
  },
}

interface Contact {
  chat?: string | undefined
  email?: string | undefined
  page?: string | undefined
}

function contactsOf({ teams, engineers, rotas }: Content): [ContentDocument, Contact][] {
  return [...teams.values(), ...engineers.values(), ...rotas.values()].flatMap(
    (document): [ContentDocument, Contact][] => {
      const { contact } = document.data
      return contact === undefined ? [] : [[document, contact]]
    },
  )
}

type Problem = Omit<Mistake, 'document' | 'at'> & { field: keyof Contact }

/** Schemes of the applications in which teams talk. */
const CHAT_SCHEMES = [
  'https',
  'http',
  'slack',
  'msteams',
  'mattermost',
  'discord',
  'matrix',
  'irc',
  'ircs',
  'xmpp',
]

/** A host without a scheme before it: `chat.example.com/x`, `chat.example.com`. */
const BARE_HOST = /^(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)$|^(?:[\w-]+\.)+(?:com|org|net|io|dev|app|chat|cloud)$/i

function* problemsOf({ chat, email, page }: Contact): Generator<Problem> {
  if (chat !== undefined) yield* chatProblems(chat)
  const host = email?.split('@').at(-1)?.toLowerCase()
  const meant = host === undefined ? undefined : MAIL_HOSTS[host]
  if (meant !== undefined)
    yield {
      field: 'email',
      message: `The address is at "${host ?? ''}", to which mail hardly ever goes`,
      hint: `Did you mean "${meant}"?`,
    }
  for (const [field, value] of Object.entries({ chat, page })) {
    const place = value?.includes('://') ? placeholderIn(value) : undefined
    if (place !== undefined)
      yield {
        field: field as 'chat' | 'page',
        message: `"${place}" in the address is filled in by nobody`,
        hint: 'Write the whole address.',
      }
  }
}

function* chatProblems(chat: string): Generator<Problem> {
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(chat)?.[1]?.toLowerCase()
  if (scheme !== undefined && !CHAT_SCHEMES.includes(scheme))
    yield {
      field: 'chat',
      message: `"${scheme}:" opens no chat`,
      hint: `Write https:${chat.slice(scheme.length + 1)}, or the name of the channel.`,
      severity: 'error',
    }
  else if (BARE_HOST.test(chat))
    yield {
      field: 'chat',
      message: `"${chat}" looks like an address, and is shown as the name of a channel`,
      hint: `Write https://${chat}.`,
    }
  else if (/^[#@]$/.test(chat))
    yield { field: 'chat', message: `"${chat}" names no channel`, hint: 'Write the name behind it.' }
  else if (/^#[^\s#]+\s/.test(chat))
    yield {
      field: 'chat',
      message: `No channel is called "${chat}": a name behind # has no blank`,
      hint: chat.includes(',') ? 'Name one channel.' : `Did you mean "${chat.replace(/\s+/g, '-')}"?`,
    }
  else if (/^[#@]\s*[#@]|^#\s/.test(chat))
    yield {
      field: 'chat',
      message: `No channel is called "${chat}"`,
      hint: `Write "${chat.replace(/^[#@\s]+/, '#')}".`,
    }
}

/** Hosts of mail as fingers slip; nobody has written them on purpose. */
const MAIL_HOSTS: Readonly<Record<string, string>> = {
  'gmial.com': 'gmail.com',
  'gmai.com': 'gmail.com',
  'gamil.com': 'gmail.com',
  'gmail.con': 'gmail.com',
  'gmail.co': 'gmail.com',
  'hotmial.com': 'hotmail.com',
  'hotmail.con': 'hotmail.com',
  'outlok.com': 'outlook.com',
  'outloook.com': 'outlook.com',
  'outlook.con': 'outlook.com',
  'yaho.com': 'yahoo.com',
  'yahoo.con': 'yahoo.com',
}
