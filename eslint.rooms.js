/**
 * The rooms of the code, and which others each may import: itself and what is listed, nothing else. No two rooms import
 * each other. `src/README.md` shows this table to people, and a test compares the two.
 *
 * A room ending in `/*` means the files right in that folder, without its own rooms.
 *
 * @type {readonly { room: string, mayImport: readonly string[], why: string }[]}
 */
export const ROOMS = [
  { room: 'src/text', mayImport: [], why: 'Words for people: a leaf that every room may use.' },
  { room: 'src/styles', mayImport: [], why: 'Style sheets, and nothing that runs.' },
  { room: 'src/oncall', mayImport: [], why: 'The engine runs anywhere: no files, no clock, no site.' },
  {
    room: 'src/search/engine',
    mayImport: [],
    why: 'The search runs in the browser and on the command line.',
  },
  {
    room: 'src/content/gate',
    mayImport: ['src/text'],
    why: 'What content may hold is one list for every reader.',
  },
  {
    room: 'src/content/model',
    mayImport: ['src/content/gate', 'src/oncall', 'src/text'],
    why: 'It says what may be written, and reads nothing.',
  },
  {
    room: 'src/content/read',
    mayImport: ['src/content/gate', 'src/content/model', 'src/text'],
    why: 'Reading comes before everything that follows from it.',
  },
  {
    room: 'src/content/facts',
    mayImport: ['src/content/model', 'src/content/read', 'src/oncall', 'src/text'],
    why: 'A fact follows from the content alone; addresses are handed in.',
  },
  {
    room: 'src/content/compare',
    mayImport: ['src/content/model', 'src/content/read', 'src/content/facts', 'src/text'],
    why: 'Two states of the content, compared.',
  },
  {
    room: 'src/content/prove',
    mayImport: ['src/content/model', 'src/content/read', 'src/content/facts', 'src/text'],
    why: 'What runs a block knows the content, and no page.',
  },
  {
    room: 'src/content/check',
    mayImport: [
      'src/content/gate',
      'src/content/model',
      'src/content/read',
      'src/content/facts',
      'src/content/compare',
      'src/content/prove',
      'src/oncall',
      'src/text',
    ],
    why: 'The check finds; it writes nothing and shows nothing.',
  },
  {
    room: 'src/content/edit',
    mayImport: [
      'src/content/gate',
      'src/content/model',
      'src/content/read',
      'src/content/facts',
      'src/content/check',
      'src/oncall',
      'src/text',
    ],
    why: 'What writes content is above what reads and checks it.',
  },
  {
    room: 'src/content/astro',
    mayImport: [
      'src/content/gate',
      'src/content/model',
      'src/content/read',
      'src/content/facts',
      'src/content/check',
      'src/text',
    ],
    why: 'How Astro gets the content; nobody else needs to know Astro.',
  },
  {
    room: 'src/site/*',
    mayImport: ['src/content/model', 'src/content/read', 'src/content/facts', 'src/text'],
    why: 'The site as a whole: configuration, addresses, policy.',
  },
  {
    room: 'src/site/build',
    mayImport: [
      'src/site/*',
      'src/content/gate',
      'src/content/model',
      'src/content/read',
      'src/content/facts',
      'src/text',
    ],
    why: 'What lies around the pages of a built site.',
  },
  {
    room: 'src/calendar/changes',
    mayImport: ['src/oncall', 'src/text'],
    why: 'What a swap, a cover or a leave does: in the browser, on the command line and in a pull request.',
  },
  {
    room: 'src/calendar/*',
    mayImport: [
      'src/oncall',
      'src/content/model',
      'src/content/read',
      'src/content/facts',
      'src/site/*',
      'src/text',
    ],
    why: 'A rota as people see it, for all its readers.',
  },
  ...[
    {
      room: 'src/calendar/views',
      also: ['src/calendar/changes', 'src/calendar/import'],
      why: 'What pages show of a calendar.',
    },
    { room: 'src/calendar/chat', also: [], why: 'What is said of a rota in a chat.' },
    {
      room: 'src/calendar/export',
      also: ['src/calendar/views'],
      why: 'Shifts and hours in the forms of other tools.',
    },
    { room: 'src/calendar/feeds', also: [], why: 'What calendar programs read.' },
    { room: 'src/calendar/publish', also: [], why: 'How announced weeks are written.' },
    {
      room: 'src/calendar/import',
      also: ['src/calendar/publish'],
      why: 'Schedules of other tools, read.',
    },
    {
      room: 'src/calendar/diff',
      also: ['src/calendar/changes', 'src/content/compare'],
      why: 'Two calendars, compared.',
    },
  ].map(({ room, also, why }) => ({
    room,
    mayImport: [
      'src/calendar/*',
      ...also,
      'src/oncall',
      'src/content/model',
      'src/content/read',
      'src/content/facts',
      'src/site/*',
      'src/text',
    ],
    why,
  })),
  {
    room: 'src/api',
    mayImport: [
      'src/calendar/*',
      'src/oncall',
      'src/content/model',
      'src/content/read',
      'src/content/facts',
      'src/site/*',
      'src/text',
    ],
    why: 'What programs read is made of the same facts as what people read.',
  },
  {
    room: 'src/search/index',
    mayImport: [
      'src/search/engine',
      'src/content/model',
      'src/content/read',
      'src/content/facts',
      'src/site/*',
      'src/site/build',
      'src/text',
    ],
    why: 'It writes what the search looks up.',
  },
  {
    room: 'src/mcp',
    mayImport: [
      'src/api',
      'src/calendar/*',
      'src/calendar/chat',
      'src/search/engine',
      'src/search/index',
      'src/content/check',
      'src/content/model',
      'src/content/read',
      'src/content/facts',
      'src/site/*',
      'src/text',
    ],
    why: 'The answers of the site for an assistant; it writes nothing.',
  },
  {
    room: 'src/markdown',
    mayImport: ['src/content/gate', 'src/content/read', 'src/text'],
    why: 'Rendering of Markdown; everything else is handed in.',
  },
  {
    room: 'src/client',
    mayImport: ['src/calendar/changes', 'src/calendar/views', 'src/oncall', 'src/styles', 'src/text'],
    why: 'It runs in the browser, with data from the page.',
  },
  {
    room: 'src/search/browser',
    mayImport: ['src/search/engine', 'src/site/*', 'src/client', 'src/styles', 'src/text'],
    why: 'The search as a reader sees it.',
  },
  {
    room: 'src/components',
    mayImport: [
      'src/calendar/*',
      'src/calendar/views',
      'src/client',
      'src/content/edit',
      'src/content/facts',
      'src/content/model',
      'src/content/prove',
      'src/content/read',
      'src/oncall',
      'src/search/engine',
      'src/site/*',
      'src/styles',
      'src/text',
    ],
    why: 'A component renders; it computes no schedule and reads no file.',
  },
  {
    room: 'src/layouts',
    mayImport: [
      'src/calendar/*',
      'src/calendar/views',
      'src/client',
      'src/components',
      'src/content/facts',
      'src/content/model',
      'src/search/browser',
      'src/search/engine',
      'src/site/*',
      'src/styles',
      'src/text',
    ],
    why: 'The frame of every page, and the list of what it loads.',
  },
  {
    room: 'src/pages',
    mayImport: [
      'src/api',
      'src/calendar',
      'src/client',
      'src/components',
      'src/content/astro',
      'src/content/check',
      'src/content/compare',
      'src/content/edit',
      'src/content/facts',
      'src/content/model',
      'src/content/prove',
      'src/content/read',
      'src/layouts',
      'src/search',
      'src/site',
      'src/styles',
      'src/text',
    ],
    why: 'A page puts together what other rooms know.',
  },
  {
    room: 'scripts',
    mayImport: [
      'src/api',
      'src/mcp',
      'src/calendar',
      'src/content',
      'src/markdown',
      'src/oncall',
      'src/search/engine',
      'src/search/index',
      'src/site',
      'src/text',
    ],
    why: 'Commands read arguments, call and print; pages are none of their business.',
  },
]

/** Packages that a room may use where it must run in a browser; other rooms take what they need. */
export const PACKAGES = {
  'src/oncall': ['luxon'],
  'src/search/engine': ['stemmer', 'damerau-levenshtein'],
  'src/client': [],
  'src/search/browser': [],
}

/** The one file that knows the library of holidays and the environment; the engine itself is handed its answer. */
export const HOLIDAY_ADAPTER = 'src/oncall/date-holidays.ts'
