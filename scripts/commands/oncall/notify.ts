import { printableJson } from '../../../src/text/printable.ts'
import { toMarkdown, toSlack } from '../../../src/calendar/chat/message.ts'
import { reasonToPost } from '../../../src/calendar/chat/reason-to-post.ts'
import { moment } from '../../../src/text/wording.ts'
import { command } from '../../lib/command.ts'
import type { ExitCode } from '../../lib/command-definition.ts'
import { CommandError, UsageError } from '../../lib/command-error.ts'
import { postJson } from '../../lib/post.ts'
import { readFormat } from './formats.ts'
import { readInstant } from './instant.ts'
import { DAYS, watchedRota } from './watched-rota.ts'

const FORMATS = ['slack', 'markdown'] as const

export const notify = command({
  name: 'notify',
  summary: 'posts who is on call and what is ahead to a chat, at each handoff',
  usage: 'npm run oncall -- notify [ROTA] --webhook-env NAME [--since INSTANT] [--format NAME]',
  about: `Posts one message to an incoming webhook: who is on call and until when, who is second, and what the next ${String(DAYS)} days bring.
With --since it posts only where somebody took over after that instant, or a Monday began: a workflow that runs every
hour passes the time of its last run. Of a rota that is kept elsewhere it reads the calendar file in the content; its
Monday begins at 09:00. SITE_URL says where the links of the message lead.`,
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
    const watched = watchedRota(context, positional, values.at)
    const { at, timeZone } = watched
    const since =
      values.since === undefined ? undefined : readInstant('--since', values.since, timeZone, context.now)
    if (since !== undefined && Date.parse(since) > Date.parse(at))
      throw new UsageError(`--since ${since} is after ${at}, which counts as now.`)
    if (since !== undefined && reasonToPost(watched, since, at) === undefined) {
      context.out(`Nobody took over in ${watched.name} after ${moment(since, timeZone)}: nothing was posted.`)
      return 0
    }
    const body = format === 'slack' ? toSlack(watched.message) : { text: toMarkdown(watched.message) }
    if (url === undefined) {
      context.out(printableJson(body))
      return 0
    }
    const posted = await postJson(url, body)
    if (!posted.ok) throw new CommandError(posted.why, posted.hint)
    context.out(`Posted who is on call in ${watched.name}.`)
    return 0
  },
})

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
