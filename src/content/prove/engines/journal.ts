/** What a database has done since it was emptied, so that one that had to be ended can be brought back to the same state. */
export class Journal {
  #done: string[] = []
  /** Where the open transaction begins; `undefined` where none is open. */
  #begun: number | undefined

  clear(): void {
    this.#done = []
    this.#begun = undefined
  }

  /** Whether a transaction is open. */
  get isOpen(): boolean {
    return this.#begun !== undefined
  }

  /** A statement has ended well. */
  add(sql: string): void {
    const [, word = ''] = /^(?:\s|--[^\n]*\n|\/\*[^]*?\*\/)*(\w+)/.exec(sql) ?? []
    switch (word.toUpperCase()) {
      case 'BEGIN':
      case 'START':
        this.#begun ??= this.#done.length
        break
      case 'COMMIT':
      case 'END':
        this.#begun = undefined
        break
      case 'ROLLBACK':
      case 'ABORT':
        this.fail()
        this.#begun = undefined
        break
      case 'SELECT':
      case 'WITH':
      case 'SHOW':
      case 'VALUES':
        break
      default:
        this.#done.push(sql)
    }
  }

  /** A statement has failed: nothing of the open transaction will be kept. */
  fail(): void {
    if (this.#begun !== undefined) this.#done.length = this.#begun
  }

  /** The statements that lead to the state before the open transaction. */
  get committed(): readonly string[] {
    return this.#begun === undefined ? this.#done : this.#done.slice(0, this.#begun)
  }
}
