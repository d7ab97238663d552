import type { Answer, Engine, SignatureHit } from '../engine/engine.ts'
import type { FilterCounts, PagefindData } from '../engine/pagefind.ts'
import { resultsOf } from '../engine/results.ts'

/** What a line break of a pasted text becomes in a field that holds one line, and back. */
const LINE_BREAK = ' ↵ '

/** A pasted text for a field of one line. */
export const asText = (text: string): string => text.slice(0, MAX_IN_FIELD).replace(/\s*\r?\n/g, LINE_BREAK)
export const fromField = (text: string): string => text.replaceAll(LINE_BREAK, '\n')

/** A field of one line is slow with more; the search page takes the rest. */
const MAX_IN_FIELD = 110_000

export interface BridgeData extends PagefindData {
  hit?: SignatureHit | undefined
}

interface BridgeResponse {
  results: { id: string; data: () => Promise<BridgeData> }[]
  filters: FilterCounts
  totalFilters: FilterCounts
  answer?: Answer
}

/** The interface of Pagefind that its Component UI uses, answered by our engine. */
export interface Bridge {
  search: (text: string | null) => Promise<BridgeResponse>
  filters: () => Promise<FilterCounts>
  options: () => Promise<void>
  init: () => Promise<void>
  mergeIndex: () => Promise<void>
}

export interface ComponentsGlobal {
  getInstanceManager: () => {
    getInstance: (name: string) => {
      on: (event: 'results', call: (response: BridgeResponse) => void) => void
    }
  }
}

export interface ModalElement extends HTMLElement {
  open: () => void
}

export interface ResultsElement extends HTMLElement {
  resultTemplate: (data: BridgeData) => HTMLElement
}

/** Lets the Component UI search with our engine. */
export function createBridge(engine: Engine): Bridge {
  const nothing = () => Promise.resolve()
  return {
    async search(text) {
      if (text === null || text.trim() === '') return { results: [], filters: {}, totalFilters: {} }
      const answer = await engine.search(fromField(text))
      const results = resultsOf(answer).map((result) => ({
        id: result.id,
        data: async () => ({ ...(await result.load(engine)), hit: result.hit }),
      }))
      return { results, filters: {}, totalFilters: {}, answer }
    },
    filters: () => Promise.resolve({}),
    options: nothing,
    init: nothing,
    mergeIndex: nothing,
  }
}
