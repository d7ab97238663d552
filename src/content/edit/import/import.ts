import { gateProblems } from '../../gate/index.ts'
import { limitProblem } from '../../read/limits.ts'
import { alertIndex } from './alert-names.ts'
import { isMadeByProgram } from './dialects/erb.ts'
import { entryText } from './entry-text.ts'
import { allFormerAddresses } from './former-addresses.ts'
import { generatorsOf } from './source/generators.ts'
import { isBelow } from './source/page-addresses.ts'
import { type Generator } from './common/generator.ts'
import { parse } from './markup/headings.ts'
import { ANCHOR } from './markup/anchor-marks.ts'
import { reasonsToLeave } from './source/left-out.ts'
import { toLinkPages, withOwnParts } from './link-pages.ts'
import { linkIndex } from './links/link-index.ts'
import { rewriteLinks } from './links/rewrite-links.ts'
import { Log, pageLog } from './common/log.ts'
import { nameAlerts } from './name-alerts.ts'
import { otherFormats } from './source/other-formats.ts'
import { reportOwner } from './owners.ts'
import { convertPage, tidy, type ConvertedPage } from './page.ts'
import { placeDrafts } from './place.ts'
import { repairHtml } from './markup/repair.ts'
import { isBinary, type SourceTree } from './source/source-tree.ts'
import { TakenFiles } from './source/take-files.ts'
import type { Import, ImportedEntry, ImportOptions } from './types.ts'

/** Makes entries of the pages of a source. Writes nothing, and knows nothing that the source does not say. */
export function importSources(tree: SourceTree, options: ImportOptions = {}): Import {
  const log = new Log()
  const generators = generatorsOf(tree)
  const generatorOf = (page: string) => generators.find(({ root }) => isBelow(page, root)) ?? fallback
  const fallback: Generator = generators.at(-1) ?? {
    family: 'forge',
    name: '',
    by: '',
    root: '',
    assets: [''],
    variables: {},
  }
  const leftOut: { source: string; why: string }[] = []
  const configured = generators.filter(({ by }) => tree.files.has(by))
  const reasons = reasonsToLeave(tree, generatorOf, configured)
  const converted: ConvertedPage[] = []
  const leave = (source: string, why: string) => {
    leftOut.push({ source, why })
    return undefined
  }
  /** One page that cannot be read, or is too deep for a parser, keeps none of the others out. */
  const attempt = <T>(source: string, convert: () => T | undefined): T | undefined => {
    try {
      return convert()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
      if (code !== undefined && /^E[A-Z]+$/.test(code)) return leave(source, `it cannot be read (${code})`)
      if (error instanceof RangeError)
        return leave(source, `${TOO_MUCH}Its parts are too deep in one another`)
      throw error
    }
  }
  for (const source of tree.pages) {
    const generator = generatorOf(source)
    const why = reasons.get(source)
    if (why !== undefined) {
      leftOut.push({ source, why })
      continue
    }
    const page = attempt(source, () => {
      const bytes = tree.bytes(source)
      if (isBinary(bytes)) return leave(source, 'it is no text')
      // To convert it takes long, and no page can be of this size.
      if (options.split === undefined && bytes.length > MAX_SOURCE)
        return leave(source, `${TOO_MUCH}The file is too long to be read (${String(bytes.length >> 10)} KB)`)
      return convertPage(source, tree, generator, log)
    })
    if (page === undefined) continue
    if (page.fields.hidden !== undefined)
      leftOut.push({ source, why: `it is not published (${page.fields.hidden})` })
    else if (isMadeByProgram(page.body))
      leftOut.push({ source, why: 'a program makes its text (<% … do %>)' })
    else if (!/[\p{L}\p{N}]/u.test(page.body)) leftOut.push({ source, why: 'it has no text' })
    else converted.push(page)
  }
  const rules = alertIndex(options.alerts ?? [])
  const drafts = placeDrafts(converted, options, rules.has, leftOut).filter(({ page, body }) => {
    const problem = limitProblem(body, 'markdown')
    if (problem !== undefined) leftOut.push({ source: page.source, why: `${TOO_MUCH}${problem.message}` })
    return problem === undefined
  })
  const linkPages = toLinkPages(converted, drafts)
  const index = linkIndex(tree, linkPages, generatorOf)
  nameAlerts(drafts, rules, index, log)
  for (const { page, collection } of new Map(drafts.map((draft) => [draft.page, draft])).values())
    reportOwner(page.fields.owner, collection, options.teams ?? [], pageLog(log, page.source))
  const taken = new TakenFiles(tree)
  const former = allFormerAddresses(drafts, log)
  const entries = drafts.flatMap(
    (draft) =>
      attempt(draft.page.source, (): ImportedEntry => {
        const { page, file, title } = draft
        const notes = pageLog(log, page.source)
        const own = linkPages.find(({ source }) => source === page.source)
        const target = own?.entries.find((each) => each.file === file)
        const linked = rewriteLinks(draft.body, {
          index: own && own.entries.length > 1 ? withOwnParts(index, own) : index,
          generator: page.generator,
          page: page.source,
          file,
          anchors: target?.anchors ?? new Map<string, string>(),
          titles: target?.titles ?? new Map<string, string>(),
          take: (source, isImage) => taken.take(source, isImage, page.generator, notes),
          log: notes,
        })
        const body = repairHtml(
          tidy(linked.replace(ANCHOR, '')),
          (text) => gateProblems(parse(text), text),
          notes,
        )
        const address = [...(former.get(draft) ?? [])]
        return {
          file,
          source: page.source,
          key: draft.anchor === undefined ? page.source : `${page.source}#${draft.anchor}`,
          title,
          alerts: draft.alerts,
          text: entryText(draft, body, address, rules.severity, options),
        }
      }) ?? [],
  )
  return { entries, files: taken.files, leftOut, generators, notRead: otherFormats(tree), log }
}

const TOO_MUCH = 'it is too much for one page: '

/** Bytes; a page of half a megabyte of HTML can be one of a fifth of it in Markdown. */
const MAX_SOURCE = 1024 * 1024
