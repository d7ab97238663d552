import type { Command } from '../lib/command.ts'

/** Every command: its name, what it does, and where it is. Only the one that was asked for is loaded. */
export const COMMANDS: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  start: {
    summary: 'builds the site and serves it on this machine',
    load: async () => (await import('./start.ts')).start,
  },
  dev: {
    summary: 'serves the site while its content is edited',
    load: async () => (await import('./dev.ts')).dev,
  },
  build: {
    summary: 'checks the content, then builds the site and its search index',
    load: async () => (await import('./build.ts')).build,
  },
  check: {
    summary: 'checks the content, and says what to do about each mistake',
    load: async () => (await import('./check.ts')).check,
  },
  new: {
    summary: 'writes a new entry that passes the check',
    load: async () => (await import('./new.ts')).newEntry,
  },
  rename: {
    summary: 'gives an entry another id, and changes every link to it',
    load: async () => (await import('./rename.ts')).rename,
  },
  oncall: {
    summary: 'answers who is on call, plans, compares and publishes rotas',
    load: async () => (await import('./oncall/index.ts')).oncall,
  },
  search: {
    summary: 'finds pages as the search of the site does, and explains their order',
    load: async () => (await import('./search.ts')).search,
  },
  prove: {
    summary: 'runs the blocks of the pages on planted, written and generated data',
    load: async () => (await import('./prove.ts')).prove,
  },
  rehearse: {
    summary: 'plants the fault of a rehearsal and runs its blocks one after the other',
    load: async () => (await import('./rehearse.ts')).rehearse,
  },
  init: {
    summary: 'writes a small content folder of your own',
    load: async () => (await import('./init.ts')).init,
  },
  import: {
    summary: 'makes entries of the runbooks that a team already has',
    load: async () => (await import('./import.ts')).importCommand,
  },
  codeowners: {
    summary: 'writes who is asked about which change',
    load: async () => (await import('./codeowners.ts')).codeowners,
  },
  schemas: {
    summary: 'writes the schemas that editors complete fields from',
    load: async () => (await import('./schemas.ts')).schemas,
  },
  alerts: {
    summary: 'the address that each alert of rule files should carry, and puts it there',
    load: async () => (await import('./alerts.ts')).alerts,
  },
  mcp: {
    summary: "answers an assistant's questions about this content, read-only",
    load: async () => (await import('../lib/joined/joined-mcp.ts')).joinedMcp(),
  },
  'pr-summary': {
    summary: 'says what a change does, for its pull request',
    load: async () => (await import('./pr-summary.ts')).prSummary,
  },
}
