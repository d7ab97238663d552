/** What became of a message. */
export type Posted = { ok: true } | { ok: false; why: string; hint: string }

interface Options {
  /** How long one answer may take, in milliseconds. */
  timeout?: number
  /** The first pause before another try, in milliseconds; each further one is twice as long. */
  pause?: number
  wait?: (milliseconds: number) => Promise<void>
}

const MAX_TRIES = 5
/** No service that is worth waiting for asks for a longer pause. */
const MAX_PAUSE = 60_000

/**
 * Posts a JSON message to a webhook, once. It tries again where the service says that it did not take it (429, 5xx) and
 * where no connection came about; not where an answer is missing, for the message may be there already.
 *
 * What it says of a failure never holds the address, which is a secret: neither do the texts of errors of the network.
 */
export async function postJson(
  url: URL,
  body: unknown,
  { timeout = 15_000, pause = 1000, wait = sleep }: Options = {},
): Promise<Posted> {
  let failure: Posted = { ok: false, why: 'Nothing was tried.', hint: '' }
  for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
    const { result, retryAfter } = await tryOnce(url, body, timeout)
    if (result.ok) return result
    failure = result
    if (retryAfter === undefined || tries === MAX_TRIES) break
    await wait(Math.min(Math.max(retryAfter * 1000, pause * 2 ** (tries - 1)), MAX_PAUSE))
  }
  return failure
}

/** @returns `retryAfter`: in seconds, how long to wait at least before another try; absent where there must be none */
async function tryOnce(
  url: URL,
  body: unknown,
  timeout: number,
): Promise<{ result: Posted; retryAfter?: number }> {
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      // A webhook that has moved would get the message without anybody having said so.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    })
    await response.body?.cancel()
  } catch (error) {
    return failureOf(error, timeout)
  }
  const { status } = response
  if (status >= 200 && status < 300) return { result: { ok: true } }
  if (status === 429 || status >= 500) {
    const [why, hint] =
      status === 429
        ? [
            `The webhook takes no more messages for now (429), also after ${String(MAX_TRIES)} tries.`,
            'Nothing was posted. Run the command again later.',
          ]
        : [
            `The webhook has a fault of its own (${String(status)}), also after ${String(MAX_TRIES)} tries.`,
            'A service with a fault may have posted the message: look before you run the command again.',
          ]
    return {
      result: { ok: false, why, hint },
      retryAfter: secondsOf(response.headers.get('retry-after')),
    }
  }
  const hint =
    status === 404 || status === 410 || status === 403 || status === 401
      ? 'The address is wrong or was withdrawn: make a new webhook, and store its address in the secret.'
      : status >= 300 && status < 400
        ? 'The address leads to another one: store the address of the webhook itself.'
        : 'The service does not take this form of message: try --format.'
  return { result: { ok: false, why: `The webhook refused the message (${String(status)}).`, hint } }
}

function failureOf(error: unknown, timeout: number): { result: Posted; retryAfter?: number } {
  const code = codeOf(error)
  if (error instanceof Error && error.name === 'TimeoutError') {
    const why = `The webhook did not answer within ${String(timeout / 1000)} seconds.`
    return {
      result: {
        ok: false,
        why,
        hint: 'The message may have been posted: look before you run the command again.',
      },
    }
  }
  if (code !== undefined && NOT_CONNECTED.has(code)) {
    const why = `The webhook cannot be reached (${code}), also after ${String(MAX_TRIES)} tries.`
    return {
      result: {
        ok: false,
        why,
        hint: 'Nothing was posted. Look at the host of its address, and at the network.',
      },
      retryAfter: 0,
    }
  }
  return {
    result: {
      ok: false,
      why: `The connection to the webhook was cut${code === undefined ? '' : ` (${code})`}.`,
      hint: 'The message may have been posted: look before you run the command again.',
    },
  }
}

/** Codes of a connection that did not come about: the message cannot have arrived. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function codeOf(error: unknown): string | undefined {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth += 1) {
    if ('code' in each && typeof each.code === 'string') return each.code
    if (each instanceof AggregateError) return codeOf(each.errors[0])
  }
  return undefined
}

/** `Retry-After`: seconds, or a date. */
function secondsOf(text: string | null): number {
  if (text === null) return 0
  if (/^\d+$/.test(text.trim())) return Number(text)
  const date = Date.parse(text)
  return Number.isNaN(date) ? 0 : Math.max(0, (date - Date.now()) / 1000)
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
