import { Worker } from 'node:worker_threads'
import type { Rows } from '../verdict.ts'
import {
  EngineError,
  EngineLost,
  EngineTimeout,
  STATEMENT_SECONDS,
  type Engine,
  type Session,
} from './engine.ts'
import { Journal } from './journal.ts'
import { keepFiles, postgresStart } from './postgres-start.ts'
import { Prepared } from './prepared.ts'
import type { Reply } from './postgres-worker.ts'
import { watch } from './time-limit.ts'
import { Touched } from './touched.ts'

/** Three times what PostgreSQL computes to start; it may wait for two minutes. */
const START_SECONDS = 10

/** PostgreSQL as WebAssembly, in a thread of its own: no server, no file of the machine, no network. */
export class Postgres implements Engine {
  readonly name = 'postgresql'
  version = ''
  readonly touched = new Touched()
  readonly #seconds: number
  readonly #journal = new Journal()
  readonly #prepared = new Prepared()
  #worker: Worker | undefined
  #session: Session = {}

  private constructor(seconds: number) {
    this.#seconds = seconds
  }

  /**
   * Takes about 3 s the first time in a process, and half a second after that.
   * @param seconds how long a statement may take before the thread is ended
   * @throws the import's error where the optional dependency is not installed
   */
  static async open(seconds = STATEMENT_SECONDS): Promise<Postgres> {
    const engine = new Postgres(seconds)
    await engine.#start()
    const rows = await engine.statement('SHOW server_version')
    engine.version = /^[\d.]+/.exec(rows?.rows[0]?.[0] ?? '')?.[0] ?? ''
    await engine.reset()
    return engine
  }

  get label(): string {
    return `PostgreSQL ${this.version}`
  }

  async reset(session: Session = {}): Promise<void> {
    this.#session = session
    this.touched.loseTrack()
    this.#journal.clear()
    this.#prepared.clear()
    // A block may have left a transaction open.
    for (const sql of [
      'ROLLBACK',
      'DISCARD ALL',
      'SET client_min_messages = error',
      'DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public',
      `SET TimeZone = '${session.zone ?? 'UTC'}'`,
    ])
      await this.#ask(sql)
  }

  async statement(sql: string): Promise<Rows | undefined> {
    this.touched.note(sql)
    this.#prepared.note(sql)
    const { text, taken } = this.#prepared.textOf(sql)
    try {
      const rows = await this.#ask(text)
      taken?.()
      this.#journal.add(sql)
      return rows
    } catch (error) {
      this.#journal.fail()
      if (error instanceof EngineTimeout || error instanceof EngineLost) await this.#bringBack()
      throw error
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = undefined
  }

  async #start(): Promise<void> {
    await this.close()
    const worker = new Worker(new URL('./postgres-worker.ts', import.meta.url), {
      execArgv: [],
      workerData: await postgresStart(),
    })
    this.#worker = worker
    // It must not keep the process from ending; close() ends it.
    worker.unref()
    const reply = await this.#reply(worker, START_SECONDS)
    if ('files' in reply && reply.files) keepFiles(reply.files)
  }

  /** The state before the statement that was stopped or that ended the session; an open transaction fails, as after any other error. */
  async #bringBack(): Promise<void> {
    const { open } = this.#journal
    const statements = [...this.#journal.committed, ...(open ?? [])]
    await this.#start()
    await this.reset(this.#session)
    for (const sql of statements) await this.statement(sql)
    if (!open) return
    await this.statement('SELECT * FROM a_statement_that_was_stopped').catch(() => undefined)
  }

  async #ask(sql: string): Promise<Rows | undefined> {
    const worker = this.#worker
    if (!worker) throw new EngineError('The engine is closed.')
    worker.postMessage(sql)
    const reply = await this.#reply(worker, this.#seconds)
    if ('error' in reply) throw new EngineError(reply.error)
    if ('isLost' in reply) throw new EngineLost()
    return reply.rows
  }

  /** @throws EngineTimeout after so many seconds; the thread is then of no more use */
  #reply(worker: Worker, seconds: number): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const done = () => {
        endWatch()
        worker.off('message', answered).off('error', failed).off('exit', ended)
      }
      const answered = (reply: Reply) => {
        done()
        resolve(reply)
      }
      const failed = (error: Error) => {
        done()
        reject(error)
      }
      const ended = () => {
        failed(new EngineError('The engine was closed.'))
      }
      const endWatch = watch(seconds, () => {
        failed(new EngineTimeout(seconds))
      })
      worker.on('message', answered).on('error', failed).on('exit', ended)
    })
  }
}
