/** Every internal address of the site, made in one place, so that `BASE_PATH` holds everywhere. */
export function createLinks(base: string) {
  const root = rootOf(base)
  const page = (...parts: (string | number)[]) => `${root}${parts.map((part) => `${String(part)}/`).join('')}`
  const file = (path: string) => `${root}${path}`
  return {
    home: page(),
    /** The list of a collection. */
    list: (collection: string) => page(collection),
    /** The page of an entry, or of a folder of entries. */
    entry: (collection: string, id: string) => page(collection, id),
    pipelines: page('pipelines'),
    pipeline: (id: string) => page('pipelines', id),
    runbooks: page('runbooks'),
    runbook: (id: string) => page('runbooks', id),
    onboarding: (runbook: string) => page('runbooks', runbook, 'onboarding'),
    issues: page('issues'),
    issue: (id: string) => page('issues', id),
    /** A page of a list that is too long for one; from 1. */
    issuePage: (number: number) => (number === 1 ? page('issues') : page('issues', '-', number)),
    /** All issues, for who narrows that list down. */
    allIssues: file('issues/-/all.json'),
    /** The list of alert rules. */
    alerts: page('alerts'),
    alert: (name: string) => page('alerts', encodeURIComponent(name)),
    teams: page('teams'),
    severities: page('severities'),
    team: (id: string) => page('teams', id),
    oncall: page('oncall'),
    year: (rota: string, year: number) => page('oncall', rota, year),
    yearJson: (rota: string, year: number) => file(`oncall/${rota}/${String(year)}.json`),
    engineer: (rota: string, engineer: string) => page('oncall', rota, engineer),
    change: (rota: string) => page('oncall', rota, 'change'),
    holidays: (rota: string) => page('oncall', rota, 'holidays'),
    rotaFeed: (rota: string) => file(`oncall/${rota}.ics`),
    secondFeed: (rota: string) => file(`oncall/${rota}/second.ics`),
    engineerFeed: (rota: string, engineer: string) => file(`oncall/${rota}/${engineer}.ics`),
    tables: page('tables'),
    table: (id: string) => page('tables', id),
    toConfirm: page('to-confirm'),
    reviews: page('reviews'),
    contributing: page('contributing'),
    /** The page of a rule of the check. */
    rule: (id: string) => page('contributing', 'rules', id),
    search: page('search'),
    /** What the site offers to programs. */
    api: page('api'),
    changes: page('changes'),
    changesFeed: file('changes.xml'),
    /** A static or generated file by its path below the site's root. */
    file,
  }
}

export type Links = ReturnType<typeof createLinks>

/** A base path with one `/` at either end: `/` or `/runbooks/`. */
export function rootOf(base: string): string {
  return `/${base}/`.replace(/\/+/g, '/')
}
