import path from 'node:path'
import { contentStore } from '../../read/store.ts'
import { readProof, type Mark } from '../../read/proof.ts'
import { blockKind, fenceAttributes } from '../../read/code-fence.ts'
import type { Content } from '../../read/load.ts'
import { oncePerContent } from '../../read/once.ts'
import { proofOfPage } from './by-page.ts'
import { enginesElsewhere } from './elsewhere.ts'
import { hashOf, stable, textHash } from './hashes.ts'
import { proofsOf, receiptName, type ProofOfBlock } from './index.ts'

const LABELS: Readonly<Record<string, string>> = { duckdb: 'DuckDB', postgresql: 'PostgreSQL' }

/**
 * The mark of a block on the page of a file; nothing where the fence asks for none.
 *
 * @param file absolute path of the page
 */
export function markOf(
  file: string,
  block: { lang: string | null | undefined; meta: string | null | undefined; code: string },
): Mark | undefined {
  const test = fenceAttributes(block.meta).get('test')
  if (test === undefined || (typeof test === 'string' && /^none\b/.test(test))) return undefined
  const content = contentStore().read()
  const page = pageOf(content, file)
  if (test === true) return parsedMark(content, page, block.code)
  const proof = readProof(fenceAttributes(block.meta), blockKind(block.lang) === 'shell')
  if ('problem' in proof) return { kind: 'not tested' }
  if (page === undefined) return { kind: 'not tested' }
  // Two blocks of one name may differ in their text, or in nothing but what their fences say of their words or engines.
  const text = textHash({ written: block.code, proof })
  const found = proofOfPage(content, page).blocks.find(
    ({ block: { written, proof: other } }) =>
      other.rehearsal === proof.rehearsal &&
      other.name === proof.name &&
      textHash({ written, proof: other }) === text,
  )
  return found ? withElsewhere(content, page, markOfProof(found)) : { kind: 'not tested' }
}

function markOfProof({ fit, receipt, page, block }: ProofOfBlock): Mark {
  if (fit === 'none' || !receipt || !page) return { kind: 'not tested' }
  if (fit === 'changed') return { kind: 'changed' }
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0)
  const result = { sets: sum(receipt.sets), wrong: sum(receipt.wrong), day: receipt.day ?? page.day }
  const rehearsal = `rehearsals/${block.proof.rehearsal}`
  if (block.proof.role === 'command') return { kind: 'recorded', ...result, rehearsal }
  const engines = receipt.engines.map((name) => ({
    label: `${LABELS[name] ?? name} ${page.engines[name] ?? ''}`.trim(),
    rehearsal,
  }))
  return { kind: 'run', engines, ...result, notNoticed: receipt.notNoticed }
}

/** Says of a block that was run on which engines of its page it was not. */
function withElsewhere(content: Content, page: string, mark: Mark): Mark {
  return mark.kind === 'run' ? { ...mark, elsewhere: namedOnPages(content).get(page) ?? [] } : mark
}

const namedOnPages = oncePerContent(
  'engines-named-on-pages',
  ({ documents }: Content) =>
    new Map(documents.map((page) => [receiptName(page), enginesElsewhere(page.body)])),
)

function parsedMark(content: Content, page: string | undefined, code: string): Mark {
  const by = page === undefined ? undefined : proofsOf(content).receipts.get(page)?.parsed[hashOf(code)]
  return by === undefined ? { kind: 'not tested' } : { kind: 'parsed', by }
}

/** Asked for each block: looking through all pages each time is the work of a square. */
const pagesByPath = oncePerContent(
  'pages-by-path',
  ({ documents }: Content) =>
    new Map(documents.map(({ path: file, collection, id }) => [file, receiptName({ collection, id })])),
)

function pageOf(content: Content, file: string): string | undefined {
  return pagesByPath(content).get(path.resolve(file))
}

/** Changes with any mark of the page: what was rendered with other marks is out of date. */
export function marksKey(content: Content, file: string): string {
  const page = pageOf(content, file)
  if (page === undefined) return ''
  const proofs = proofsOf(content)
  const own = proofOfPage(content, page).blocks
  return hashOf(
    stable(own.map((each) => [each.block.id, markOfProof(each)])),
    stable(proofs.receipts.get(page)?.parsed),
  )
}
