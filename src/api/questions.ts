import type { AlertsDocument } from './alerts.ts'
import type { OncallDocument } from './oncall.ts'
import type { PagesDocument } from './pages.ts'

/** A question that a script asks, with the answer that this build gives. */
export interface AskedQuestion {
  question: string
  command: string
  answer: string
}

interface Documents {
  pages: PagesDocument
  alerts: AlertsDocument
  oncall: OncallDocument
  /** The address of a file below `/api/`, absolute. */
  addressOf: (name: string) => string
}

/** Questions about this site's own content, for people to copy: about an alert, a page and a rota, as far as there are any. */
export function askedQuestions({ pages, alerts, oncall, addressOf }: Documents): AskedQuestion[] {
  const fetched = (name: string) => `curl -s ${quoted(addressOf(name))}`
  return [
    ...alerts.alerts.slice(0, 1).map(({ alert, page }) => ({
      question: `Which page does the alert ${alert} lead to?`,
      command: `${fetched('alerts')} |
  jq -r --arg alert ${quoted(alert)} '.alerts[] | select(.alert == $alert) | .page'`,
      answer: page,
    })),
    ...ownedPage(pages).map(({ title, url, owner = 'nobody' }) => ({
      question: `Which team is asked first about “${title}”?`,
      command: `${fetched('pages')} |
  jq -r --arg page ${quoted(url)} '.pages[] | select(.url == $page) | .owner // "nobody"'`,
      answer: owner,
    })),
    ...onDuty(oncall).map(({ rota, at, name }) => ({
      question: `Who is on call in ${rota.name} at ${at}? To ask about this moment, write “now” instead of “($at | fromdate)”.`,
      command: `${fetched('oncall')} |
  jq -r --arg rota ${quoted(rota.rota)} --arg at ${at} '
    def seconds: (.[:19] + "Z" | fromdate) -
      (if .[19:20] == "-" then -60 else 60 end) * ((.[20:22] | tonumber) * 60 + (.[23:] | tonumber));
    ($at | fromdate) as $now | .rotas[] | select(.rota == $rota) |
    .engineers[.shifts[] | select((.start | seconds) <= $now and $now < (.end | seconds)) | .engineer].name'`,
      answer: name,
    })),
  ]
}

/** An issue where there is one: that is what somebody in an incident asks about. */
function ownedPage({ pages }: PagesDocument): PagesDocument['pages'] {
  const page = pages.find(({ kind }) => kind === 'issue') ?? pages[0]
  return page ? [page] : []
}

/** The rota that is meant where none is named, at noon of the day of the build or when its shifts begin. */
function onDuty({ asOf, defaultRota, rotas }: OncallDocument) {
  const planned = rotas.filter(({ data }) => data !== null)
  const rota = planned.find((each) => each.rota === defaultRota) ?? planned[0]
  if (!rota) return []
  const instant = Math.max(Date.parse(`${asOf}T12:00:00Z`), Date.parse(rota.data?.from ?? ''))
  const shift = rota.shifts.find(
    ({ start, end }) => Date.parse(start) <= instant && instant < Date.parse(end),
  )
  const name = shift && rota.engineers[shift.engineer]?.name
  if (name === undefined) return []
  return [{ rota, name, at: new Date(instant).toISOString().replace('.000', '') }]
}

/** A word of a shell, whatever is in it. */
function quoted(text: string): string {
  return /^[\w./:@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
