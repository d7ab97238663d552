import { Transform, type TransformCallback } from 'node:stream'
import { idOf, messagesOf } from './one-message.ts'

const NEWLINE = 10
/** Of a line that is left out, so much of its beginning and its end is looked at, in bytes. */
const KEPT = 300

/** Passes messages on, a line each, without those that are longer than so many bytes: a client that sends one loses that message, and not the server. */
export class LimitedLines extends Transform {
  readonly #max: number
  readonly #dropped: (id: number | string | undefined) => void
  #held: Buffer[] = []
  #size = 0
  /** Of a line that is being left out. */
  #beginning: Buffer | undefined
  #end = Buffer.alloc(0)

  /** @param dropped called at the end of each line that is left out, with the id of the message where it can be found */
  constructor(max: number, dropped: (id: number | string | undefined) => void) {
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
    if (part.length === 0) return
    if (this.#beginning) {
      this.#end = Buffer.concat([this.#end, part]).subarray(-KEPT)
      return
    }
    this.#size += part.length
    this.#held.push(part)
    if (this.#size <= this.#max) return
    const line = Buffer.concat(this.#held)
    this.#beginning = Buffer.from(line.subarray(0, KEPT))
    this.#end = Buffer.from(line.subarray(-KEPT))
    this.#held = []
  }

  #release(): void {
    if (this.#beginning) this.#dropped(idOf(this.#beginning.toString('utf8'), this.#end.toString('utf8')))
    else for (const message of messagesOf(Buffer.concat(this.#held))) this.push(message)
    this.#held = []
    this.#size = 0
    this.#beginning = undefined
    this.#end = Buffer.alloc(0)
  }
}
