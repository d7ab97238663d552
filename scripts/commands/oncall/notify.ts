import { printableJson } from '../../../src/text/printable.ts'
import { DateTime } from 'luxon'
import { toMarkdown, toSlack } from '../../../src/calendar/chat/message.ts'
import type { RotaCalendar } from '../../../src/oncall/index.ts'
import { shownYears } from '../../../src/calendar/years.ts'
import { moment } from '../../../src/text/wording.ts'
import { command } from '../../lib/command.ts'
import type { ExitCode } from '../../lib/command-definition.ts'
import { CommandError, UsageError } from '../../lib/command-error.ts'
import { postJson } from '../../lib/post.ts'
import { agendaMessageOf, agendaOfRota } from './agenda-of-rota.ts'
import { chatPlace } from './chat-place.ts'
import { readFormat } from './formats.ts'
import { readInstant } from './instant.ts'
import { withRota } from './open-rota.ts'

const FORMATS = ['slack', 'markdown'] as const
const DAYS = 7
const MONDAY = 1

export const notify = command({
  name: 'notify',
  summary: 'posts who is on call and what is ahead to a chat, at each handoff',
  usage: 'npm run oncall -- notify [ROTA] --webhook-env NAME [--since INSTANT] [--format NAME]',
  about: `Posts one message to an incoming webhook: who is on call and until when, who is second, and what the next ${String(DAYS)} days bring.
With --since it posts only where somebody took over after that instant, or a Monday began: a workflow that runs every
hour passes the time of its last run. SITE_URL says where the links of the message lead.`,
  options: {
    'webhook-env': {
      type: 'string',
      value: 'NAME',
      says: 'The environment variable that holds the address of the webhook. The address is never printed.',
    },
    since: {
      type: 'string',
      value: 'INSTANT',
      says: 'Posts only if a handoff, or the handoff time of a Monday, came after it.',
    },
    at: { type: 'string', value: 'INSTANT', says: 'What counts as now.' },
    format: {
      type: 'string',
      value: 'NAME',
      says: 'slack (blocks, for Slack), or markdown (a text, for Mattermost and others).',
    },
    'dry-run': { type: 'boolean', says: 'Prints the message and posts nothing.' },
  },
  maxWords: 1,
  exits: {
    0: 'posted, or there was nothing to post',
    1: 'it could not be posted, or the content has a mistake',
    2: 'wrong usage',
  },
  example: 'npm run oncall -- notify --webhook-env CHAT_WEBHOOK --since 2026-11-23T13:00Z',
  async run({ values, words: [positional] }, context): Promise<ExitCode> {
    const format = readFormat(FORMATS, values.format === undefined ? {} : { format: values.format })
    const url = values['dry-run'] === true ? undefined : webhookOf(values['webhook-env'])
    const prepared = withRota(context, positional, (rota) => {
      const { timeZone } = rota.input
      const at = readInstant('--at', values.at, timeZone, context.now)
      const since =
        values.since === undefined ? undefined : readInstant('--since', values.since, timeZone, context.now)
      if (since !== undefined && Date.parse(since) > Date.parse(at))
        throw new UsageError(`--since ${since} is after ${at}, which counts as now.`)
      const years = shownYears(rota.calendar, context.now)
      const reason = since === undefined ? 'now' : reasonToPost(rota.calendar, years, since, at)
      if (reason === undefined) {
        return {
          quiet: `Nobody took over in ${rota.name} after ${moment(since ?? at, timeZone)}: nothing was posted.`,
        }
      }
      const message = agendaMessageOf(
        rota.content,
        agendaOfRota(rota, at, DAYS, context.now),
        chatPlace(rota, at),
      )
      return { body: format === 'slack' ? toSlack(message) : { text: toMarkdown(message) }, name: rota.name }
    })
    if ('quiet' in prepared) {
      context.out(prepared.quiet)
      return 0
    }
    if (url === undefined) {
      context.out(printableJson(prepared.body))
      return 0
    }
    const posted = await postJson(url, prepared.body)
    if (!posted.ok) throw new CommandError(posted.why, posted.hint)
    context.out(`Posted who is on call in ${prepared.name}.`)
    return 0
  },
})

/** Whether somebody took over between two instants (the later one included), or a Monday's handoff time came. */
function reasonToPost(
  calendar: RotaCalendar,
  years: readonly number[],
  since: string,
  at: string,
): 'handoff' | 'monday' | undefined {
  const isBetween = (instant: string) =>
    Date.parse(since) < Date.parse(instant) && Date.parse(instant) <= Date.parse(at)
  const shifts = years.flatMap((year) => calendar.year(year).shifts)
  const tookOver = shifts.some(
    (shift, index) => isBetween(shift.start) && shifts[index - 1]?.engineer !== shift.engineer,
  )
  if (tookOver) return 'handoff'
  const { timeZone, handoffTime } = calendar.rota
  const [hour = 9, minute = 0] = handoffTime.split(':').map(Number)
  const now = DateTime.fromISO(at, { zone: timeZone })
  const monday = now.set({ weekday: MONDAY, hour, minute, second: 0, millisecond: 0 })
  const last = monday > now ? monday.minus({ weeks: 1 }) : monday
  return isBetween(last.toISO() ?? '') ? 'monday' : undefined
}

/**
 * The address of the webhook.
 *
 * @throws UsageError in words that do not hold it
 */
function webhookOf(name: string | undefined): URL {
  if (name === undefined)
    throw new UsageError(
      'Which webhook?',
      'Store its address in an environment variable: --webhook-env CHAT_WEBHOOK.',
    )
  if (/[:/]/.test(name))
    throw new UsageError(
      '--webhook-env takes the name of an environment variable, and not the address itself.',
      'An address on the command line is seen by everybody on the machine, and is kept in logs. If this one was real, make a new one.',
    )
  const value = process.env[name]
  if (value === undefined || value.trim() === '')
    throw new UsageError(
      `The environment variable ${name} is not set.`,
      'It must hold the address of the webhook.',
    )
  const url = URL.parse(value.trim())
  const isLocal = url !== null && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)))
    throw new UsageError(
      `The environment variable ${name} holds no https:// address.`,
      'Copy the address of the webhook again.',
    )
  return url
}
