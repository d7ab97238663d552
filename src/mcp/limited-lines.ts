import { Transform, type TransformCallback } from 'node:stream'

const NEWLINE = 10

/** Passes lines on, without those that are longer than so many bytes: a client that sends one loses that message, and not the server. */
export class LimitedLines extends Transform {
  readonly #max: number
  readonly #dropped: () => void
  #held: Buffer[] = []
  #size = 0
  #isDropping = false

  /** @param dropped called for each line that is left out */
  constructor(max: number, dropped: () => void) {
    super()
    this.#max = max
    this.#dropped = dropped
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    let at = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, at)) {
      this.#hold(chunk.subarray(at, end + 1))
      this.#release()
      at = end + 1
    }
    this.#hold(chunk.subarray(at))
    done()
  }

  #hold(part: Buffer): void {
    if (this.#isDropping || part.length === 0) return
    this.#size += part.length
    this.#held.push(part)
    if (this.#size <= this.#max) return
    this.#isDropping = true
    this.#held = []
    this.#dropped()
  }

  #release(): void {
    if (!this.#isDropping) this.push(Buffer.concat(this.#held))
    this.#held = []
    this.#size = 0
    this.#isDropping = false
  }
}
