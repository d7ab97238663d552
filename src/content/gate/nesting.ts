import { ELEMENTS, type Holds } from './elements.ts'

/** Something that is open: an element of HTML, a component, or a container of Markdown, which has no name. */
interface Open {
  name: string | undefined
  holds: Holds
  start: number
}

interface Placed {
  holds: Holds
  isPhrasing: boolean
  within?: readonly string[] | undefined
}

/**
 * Which elements are open at a place of a page. Elements close in the container of Markdown that they were opened in,
 * and only where a browser leaves them: no end tag of content can then close a part of the site around it.
 */
export class Nesting {
  readonly #open: Open[] = []

  /** Whether something cannot be here: the reason, for people. */
  misplaced(name: string, placed: Placed): string | undefined {
    const parent = this.#open.at(-1)
    const { within } = placed
    if (within !== undefined && !this.#isDirectlyIn(within))
      return `<${name}> may only be directly in ${within.map((each) => `<${each}>`).join(' or ')}`
    if (parent?.holds === 'parts' && within === undefined && !this.#isGroupOfTerms(name))
      return `<${parent.name ?? ''}> cannot hold <${name}> itself`
    if (parent?.holds === 'phrasing' && !placed.isPhrasing)
      return parent.name === undefined
        ? `<${name}> cannot be within a line of text`
        : `<${parent.name}> cannot hold <${name}>`
    return undefined
  }

  /** Whether Markdown's own blocks, or text, cannot be here: the name of the element that cannot hold them. */
  refusesText(): string | undefined {
    const parent = this.#open.at(-1)
    return parent?.holds === 'parts' ? parent.name : undefined
  }

  /** The name of the element that cannot hold a block of Markdown. */
  refusesBlocks(): string | undefined {
    const parent = this.#open.at(-1)
    return parent?.name !== undefined && parent.holds !== 'flow' ? parent.name : undefined
  }

  open(name: string | undefined, holds: Holds, start: number): void {
    this.#open.push({ name, holds, start })
  }

  /** @returns whether the element was the innermost one that is open */
  close(name: string): boolean {
    if (this.#open.at(-1)?.name !== name) return false
    this.#open.pop()
    return true
  }

  /** Whether an element of this name is open in this container. */
  isOpen(name: string): boolean {
    const container = this.#open.findLastIndex((each) => each.name === undefined)
    return this.#open.some((each, index) => index > container && each.name === name)
  }

  /** Closes elements up to and with the one of this name, and returns those that were still open in it. */
  closeUpTo(name: string): readonly { name: string; start: number }[] {
    const left: { name: string; start: number }[] = []
    for (let last = this.#open.pop(); last?.name !== undefined; last = this.#open.pop()) {
      if (last.name === name) break
      left.push({ name: last.name, start: last.start })
    }
    return left
  }

  /** Ends a container of Markdown, and returns the elements that were opened in it and never closed. */
  endContainer(): readonly { name: string; start: number }[] {
    const left: { name: string; start: number }[] = []
    for (let last = this.#open.pop(); last?.name !== undefined; last = this.#open.pop())
      left.push({ name: last.name, start: last.start })
    return left.reverse()
  }

  #isDirectlyIn(names: readonly string[]): boolean {
    const parent = this.#open.at(-1)
    if (parent?.name === undefined) return false
    if (names.includes(parent.name)) return true
    // Groups of terms and descriptions may be in a <div>.
    return parent.name === 'div' && names.includes('dl') && this.#open.at(-2)?.name === 'dl'
  }

  #isGroupOfTerms(name: string): boolean {
    return name === 'div' && this.#open.at(-1)?.name === 'dl'
  }
}

/** The rule of an element, by its name in lower case. */
export function elementRule(name: string) {
  return Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined
}
