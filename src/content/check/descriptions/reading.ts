import type { RuleDescription } from '../rules/rule.ts'

/** What the reader of files finds (`files.ts`, `parse.ts`, `schema-findings.ts`), before any rule looks at entries. */
export const readingRules: readonly RuleDescription[] = [
  {
    id: 'content-missing',
    severity: 'error',
    reason: 'Without a content folder there is nothing to show.',
    fix: 'Set CONTENT_ROOT to a content folder, or make one with `npm run init -- DIR`.',
  },
  {
    id: 'site-missing',
    severity: 'error',
    reason: 'site.yaml says what the site is called and which rota comes first.',
    fix: 'Write one with `name`, `description` and `defaultRota`.',
  },
  {
    id: 'not-an-entry',
    severity: 'error',
    reason: 'A file in the wrong place or with the wrong extension would be left out without a message.',
    fix: 'Give it the extension of its folder, or move it. Images go to images/, other files to files/.',
  },
  {
    id: 'not-a-file',
    severity: 'error',
    reason: 'A link could lead to any file of the machine that builds the site, and be published with it.',
    fix: 'Put a copy of the file in its place, or delete it.',
  },
  {
    id: 'asset',
    severity: 'error',
    reason:
      'A picture or file is served as a part of the site: what it holds has to be what its name says, and nothing that a browser runs.',
    fix: 'Save it again in its own format; put anything else into a .zip.',
  },
  {
    id: 'invalid-id',
    severity: 'error',
    reason:
      'The file name is the address of the page. Browsers and servers change addresses with other characters.',
    fix: 'Rename the file in lower-case letters, digits and single hyphens.',
  },
  {
    id: 'duplicate-id',
    severity: 'error',
    reason: 'Two files would be one page.',
    fix: 'Rename one of them.',
  },
  {
    id: 'not-utf-8',
    severity: 'error',
    reason: 'Text in another encoding shows broken characters, and commands with them do not work.',
    fix: 'Save the file as UTF-8.',
  },
  {
    id: 'too-much',
    severity: 'error',
    reason:
      'A file far beyond what people write keeps the check and the build busy for minutes, or ends them.',
    fix: 'Split the file, or move data into files/.',
  },
  {
    id: 'unreadable',
    severity: 'error',
    reason: 'A file that cannot be read does not become a page.',
    fix: 'Compare the file with one that passes the check, and look for what is unusual in it.',
  },
  {
    id: 'merge-conflict',
    severity: 'error',
    reason:
      'Git could not merge two versions. Readers would see both, with the conflict markers between them.',
    fix: 'Keep one of the two, or both, and delete the lines <<<<<<<, ======= and >>>>>>>.',
  },
  {
    id: 'yaml',
    severity: 'error',
    reason: 'Fields that cannot be read are not shown.',
    fix: 'Put values with a colon, # or quotes in them into quotes, and indent with spaces.',
  },
  {
    id: 'yaml-duplicate-key',
    severity: 'error',
    reason: 'When a field is given twice, one of the two values is lost.',
    fix: 'Keep one of the two.',
  },
  {
    id: 'frontmatter-missing',
    severity: 'error',
    reason: 'An entry without fields has no title and is in no list.',
    fix: 'Begin the file with a line ---, the fields, and another line ---.',
  },
  {
    id: 'frontmatter-not-first',
    severity: 'error',
    reason: 'After a blank line, the fields are read as plain text.',
    fix: 'Remove everything before the first ---.',
  },
  {
    id: 'frontmatter-language',
    severity: 'error',
    reason: 'Frontmatter in a language other than YAML could run code on the machine that builds the site.',
    fix: 'Begin the file with --- alone, and write YAML.',
  },
  {
    id: 'frontmatter-unclosed',
    severity: 'error',
    reason: 'Without a closing line, the whole page is read as fields.',
    fix: 'Put a line --- after the last field.',
  },
  {
    id: 'unknown-key',
    severity: 'error',
    reason: 'A mistyped field would be left out without a message.',
    fix: 'Use a field of the table for that kind of entry.',
  },
  {
    id: 'missing-field',
    severity: 'error',
    reason: 'The page or the plan cannot do without it.',
    fix: 'Add the field; its sentence and example are in the table.',
  },
  {
    id: 'invalid-value',
    severity: 'error',
    reason: 'A value of the wrong type or format would be shown wrongly, or not at all.',
    fix: 'Write it as in the example of the table.',
  },
]
