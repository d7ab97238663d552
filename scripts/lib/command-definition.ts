/** What a command sees of the world; injected, so that tests choose the clock, the zone and the folder. */
export interface Context {
  out: (text: string) => void
  error: (text: string) => void
  now: Date
  /** The reader's zone, an IANA name. */
  zone: string
  /** The content folder. */
  root: string
  /** Asks whoever sits at the terminal, and gives the line they type; absent where nobody does. */
  ask?: ((question: string) => Promise<string>) | undefined
}

/** 0: done. 1: the content has a mistake, or holds no answer. 2: the command was called wrongly. */
export type ExitCode = 0 | 1 | 2

export interface Option {
  type: 'string' | 'boolean'
  /** Whether it may be given more than once. */
  multiple?: boolean
  /** What its value is called in the help: `DATE`. */
  value?: string
  /** What it does, in one sentence. */
  says: string
}

export type Options = Readonly<Record<string, Option>>

export type Values<O extends Options> = {
  [Name in keyof O]?: O[Name] extends { multiple: true }
    ? string[]
    : O[Name] extends { type: 'boolean' }
      ? boolean
      : string
}

export interface Definition<O extends Options> {
  name: string
  summary: string
  /** How it is typed, for each form a line. */
  usage: string
  /** What it does, where the summary does not say it all. */
  about?: string
  options: O
  /** How many words it takes beside its options; 0 where nothing is said. */
  maxWords?: number
  /** What the exit codes mean here. */
  exits: Partial<Record<ExitCode, string>>
  example: string
  run(call: { values: Values<O>; words: readonly string[] }, context: Context): ExitCode | Promise<ExitCode>
}
