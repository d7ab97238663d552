import { Duration } from 'luxon'
import { z } from 'zod'
import { dateHolidays } from '../../oncall/date-holidays.ts'
import { unprintable } from '../../text/printable.ts'

/** Building blocks of the schemas. Dates and times stay strings: `YYYY-MM-DD`, `HH:MM`, ISO 8601 durations. */

/** What the name of a file or folder is in an id, in lower case. */
export const NAME_PATTERN = /^[a-z0-9]+([-_][a-z0-9]+)*$/

/** Names that Windows keeps for devices: no file or folder can be called so there. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i

/** Why a name cannot become a part of a path on every system; `undefined` where it can. */
export function pathProblem(name: string): string | undefined {
  if (DEVICE.test(name)) return 'Windows keeps this name for a device'
  if (name.length > 100) return 'it is longer than 100 characters'
  return undefined
}

/** Ids are file names, with the folders within their collection: `warehouse/orders-late`. */
export const ID_PATTERN = /^[a-z0-9]+([-_][a-z0-9]+)*(\/[a-z0-9]+([-_][a-z0-9]+)*)*$/

/** What a field refers to, by schema: the reference check and the field reference read it from here. */
export const references = z.registry<{ collection: string }>()

/**
 * The id of an entry, in any letter case. That the entry exists is checked where all of the content is known, with the
 * nearest right one.
 *
 * @param collection a name of the table in `collections.ts`, which is made from the schemas that call this
 */
export function reference(collection: string) {
  const schema = z.string().toLowerCase()
  references.add(schema, { collection })
  return schema
}

/** A name of the team's own making. */
export const word = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a lower-case word: letters, digits and single hyphens')
  .refine(
    (value) => pathProblem(value) === undefined,
    'a word of at most 100 letters that is no name of a device',
  )

/** A former address: an id within the collection, or a path from the site's root that begins with `/`. */
export const formerAddress = z
  .string()
  .regex(
    /^\/?(?!\.+(?:\/|$))[\w~%.-]+(?:\/(?!\.+(?:\/|$))[\w~%.-]+)*\/?$/,
    'a former id, or an address as /docs/orders-late/',
  )
  .refine(
    (value) => value.split('/').every((part) => pathProblem(part) === undefined),
    'an address whose parts have at most 100 letters and are no names of devices',
  )

export const aliases = z
  .array(formerAddress)
  .optional()
  .meta({
    description:
      'Former ids and addresses of the page; they keep leading here. An address from the root of the site begins with `/`.',
    examples: [['late-data']],
  })

/** A text of one line, as far as a reader can see it: what it becomes is a title, a line of a calendar or of a terminal. */
export const text = z
  .string()
  .trim()
  .min(1, 'some text')
  .max(2000, 'at most 2,000 characters')
  .superRefine((value, context) => {
    const problem = unprintable(value)
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem, continue: false })
  })

/** What a command has written, or a value of a command: any characters that can be seen. */
export const plain = z.string().superRefine((value, context) => {
  const problem = unprintable(value)
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem, continue: false })
})

/** A branch of git, by the rules that git has for the names of refs. */
export const branch = text.refine(
  (name) =>
    !/^[-/.]|\/$|\.$|\.\.|\/\/|\/\.|@\{|[\s~^:?*[\\]/.test(name) &&
    !/\.lock(?:\/|$)/.test(name) &&
    name !== '@',
  'a name that git accepts for a branch, as main or team/fix',
)

/** Years outside of these are slips of the finger: 0206, 20260. */
const YEARS = { first: 1990, last: 2199 }

export const date = z.iso
  .date({ error: 'a date that exists, as YYYY-MM-DD', abort: true })
  .refine((value) => Number(value.slice(0, 4)) >= YEARS.first && Number(value.slice(0, 4)) <= YEARS.last, {
    error: `a date of the years ${String(YEARS.first)} to ${String(YEARS.last)}`,
  })

/** A date, or a moment on the clock of the rota: `2026-03-04T18:00`. */
export const dateOrMoment = z.string().refine(isDateOrMoment, {
  error: 'a date as YYYY-MM-DD, or a date and time as 2026-03-04T18:00',
})

export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day in quotes, as "09:00"')

export const duration = z
  .string()
  .refine((value) => /^P.*[1-9]/.test(value) && Duration.fromISO(value).isValid, {
    error: 'an ISO 8601 duration, as PT48H or P7D',
    abort: true,
  })

export const timeZone = z.string().refine(isTimeZone, { error: 'an IANA time zone, as America/New_York' })

export const calendar = z.string().superRefine((code, context) => {
  const problem = dateHolidays.problem(code)
  if (!problem) return
  context.addIssue({ code: 'custom', message: problem.message, params: { known: problem.known } })
})

export const language = z.string().refine(isLanguage, { error: 'a language tag, as en or pt-BR' })

export const email = z.email('an e-mail address')

export const phone = z.string().regex(/^\+?[0-9][0-9 ()./-]{2,30}$/, 'a telephone number, as "+1 555 0100"')

export const url = z
  .url({ protocol: /^https?$/, error: 'an http or https address', abort: true })
  .max(2000, 'at most 2,000 characters')
  .refine(
    (value) => unprintable(value) === undefined && /^[!-~]+$/.test(value),
    'an address of plain letters, without blanks',
  )
  .refine((value) => hasNoUser(value), 'an address without a user or password before the host')

/** Where a repository is: below it, the site makes addresses of its own. */
export const repositoryUrl = url.refine(
  (value) => !/[?#]/.test(value) && !/\/\.{1,2}(?:\/|$)/.test(value),
  'the address of a repository, without ? or #',
)

function hasNoUser(value: string): boolean {
  const parsed = URL.parse(value)
  return parsed !== null && parsed.username === '' && parsed.password === ''
}

function isLanguage(tag: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/i.test(tag) && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

function isDateOrMoment(value: string): boolean {
  const [day = '', clock, ...rest] = value.split('T')
  return (
    rest.length === 0 && date.safeParse(day).success && (clock === undefined || time.safeParse(clock).success)
  )
}

function isTimeZone(name: string): boolean {
  // `Intl` takes offsets such as +05:00 as well, which know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat
  } catch {
    return false
  }
}

/** What a field holds, in the words of the field reference; schemas made from these inherit it. */
export const kinds = z.registry<{ kind: string }>()
kinds.add(word, { kind: 'lower-case word' })
kinds.add(formerAddress, { kind: 'former id or address' })
kinds.add(text, { kind: 'text' })
kinds.add(date, { kind: 'date, YYYY-MM-DD' })
kinds.add(dateOrMoment, { kind: 'date, or date and time, YYYY-MM-DDTHH:MM' })
kinds.add(time, { kind: 'time of day, HH:MM' })
kinds.add(duration, { kind: 'ISO 8601 duration' })
kinds.add(timeZone, { kind: 'IANA time zone' })
kinds.add(calendar, { kind: 'COUNTRY, COUNTRY-STATE or COUNTRY-STATE-REGION' })
kinds.add(language, { kind: 'language tag, BCP 47' })
kinds.add(email, { kind: 'e-mail address' })
kinds.add(phone, { kind: 'telephone number' })
kinds.add(url, { kind: 'http or https address' })
