import type { Finding } from '../read/findings.ts'
import { alertFileFindings } from './alert-files.ts'
import { baselineFindings, correctedFindings } from './baseline-sense.ts'
import { compareFindings } from '../read/findings.ts'
import type { Content } from '../read/load.ts'
import { hasBody } from '../read/body.ts'
import { lookAtPages } from './pages.ts'
import { withoutNoise } from './noise.ts'
import { pictureFindings } from './pictures.ts'
import { proofFindings } from './proofs.ts'
import { acceptance } from './baseline.ts'
import { levelFindings, withLevels } from './levels.ts'
import { checkRotas } from './rotas.ts'
import { finish, type Steps } from './steps.ts'
import { strayFiles } from './stray-files.ts'
import { withoutSecrets } from './secrets/redact.ts'
import { secretReport, secretsBeside } from './secrets/index.ts'

export interface CheckOptions {
  /** `YYYY-MM-DD` */
  today: string
  /** Whether `baseline.yaml` counts; true if left out. */
  accept?: boolean
  /** The pages and files that are looked at, absolute; all, if left out. Rules between entries look at all of them. */
  only?: ReadonlySet<string>
  /** How many bodies are in memory at a time; what is found does not depend on it. */
  atATime?: number
}

/** What `npm run check` finds: the mistakes that rules know, secrets, and pictures, which take as long again to look at. */
export async function checkEverything(content: Content, options: CheckOptions): Promise<Finding[]> {
  return [...checkContent(content, options), ...(await pictureFindings(content))].sort(compareFindings)
}

/**
 * Every mistake of the content at once, in order of file and place, secrets too. No finding repeats a secret.
 */
export function checkContent(content: Content, options: CheckOptions): Finding[] {
  return finish(checkInSteps(content, options))
}

/** The same, for a process that has to answer meanwhile. */
export function* checkInSteps(content: Content, options: CheckOptions): Steps<Finding[]> {
  const findings = yield* findingsInSteps(content, options)
  return options.accept === false ? findings : withoutNoise(content, findings)
}

/** The same, also those that follow from others: what two states of a content have can be compared. */
export function everyFinding(content: Content, options: CheckOptions): Finding[] {
  return finish(findingsInSteps(content, options))
}

function* findingsInSteps(content: Content, options: CheckOptions): Steps<Finding[]> {
  const { today, only } = options
  const inPages = yield* lookAtPages(content, options)
  const isPage = new Set(content.documents.filter(hasBody).map((document) => document.path))
  const besides = [...secretsBeside(content, (file) => isPage.has(file) || only?.has(file) === false)]
  yield
  const secrets = secretReport(content, [...inPages.secrets, ...besides])
  yield
  const isOfPlan = only === undefined || [...only].some(isOfRotas)
  const inRotas = isOfPlan ? yield* checkRotas(content, today) : []
  const findings = [
    ...content.findings,
    ...inPages.findings,
    ...inRotas,
    ...proofFindings(content),
    ...alertFileFindings(content),
    ...strayFiles(content),
    ...secrets.findings,
    ...levelFindings(content),
    ...baselineFindings(content),
  ]
  const told = withLevels(content, withoutSecrets(findings, secrets.values)).sort(compareFindings)
  if (options.accept === false) return told
  const accepted = acceptance(content, told)
  // Where not everything is looked at, not everything is found.
  if (only !== undefined) return accepted.findings
  const corrected = withLevels(content, correctedFindings(content, accepted.unused))
  return [...accepted.findings, ...corrected].sort(compareFindings)
}

/** Whether a file has a say in who is on call. To plan takes longer than to look at a page. */
function isOfRotas(file: string): boolean {
  return /[\\/](?:rotas|engineers|teams|overrides|leave|published)[\\/]/.test(file)
}
