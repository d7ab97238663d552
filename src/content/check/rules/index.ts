import { rulesOfAlertFiles } from '../descriptions/alert-rules.ts'
import { codeownersRule } from '../descriptions/codeowners.ts'
import { address } from './address.ts'
import { brokenAnchor } from './broken-anchor.ts'
import { brokenLink } from './broken-link.ts'
import { brokenTable } from './broken-table.ts'
import { codeLanguage } from './code-language.ts'
import { componentSpelling } from './component-spelling.ts'
import { cutValue } from './cut-value.ts'
import { duplicateAlert } from './duplicate-alert.ts'
import { duplicateAlias } from './duplicate-alias.ts'
import { duplicateFile } from './duplicate-file.ts'
import { duplicateSignature } from './duplicate-signature.ts'
import { duplicateTitle } from './duplicate-title.ts'
import { emptyCode } from './empty-code.ts'
import { emptyHeading } from './empty-heading.ts'
import { emptyItem } from './empty-item.ts'
import { emptyLink } from './empty-link.ts'
import { emptySection } from './empty-section.ts'
import { firstLevelHeading } from './first-level-heading.ts'
import { flowWithoutIssue } from './flow-without-issue.ts'
import { foreignMarkup } from './foreign-markup.ts'
import { levelsRule } from '../descriptions/levels.ts'
import { searchQueryRule } from '../descriptions/search.ts'
import { formRule } from '../formatting.ts'
import { headingJump } from './heading-jump.ts'
import { headingSpace } from './heading-space.ts'
import { html } from './html.ts'
import { imageText } from './image-text.ts'
import { invisibleCharacter } from './invisible-character.ts'
import { leftover } from './leftover.ts'
import { linkSyntax } from './link-syntax.ts'
import { listMark } from './list-mark.ts'
import { longTitle } from './long-title.ts'
import { mdxCode } from './mdx-code.ts'
import { mdxComponent } from './mdx-component.ts'
import { mdxSyntax } from './mdx-syntax.ts'
import { misplacedEntry } from './misplaced-entry.ts'
import { missingImage } from './missing-image.ts'
import { missingSection } from './missing-section.ts'
import { ownAddress } from './own-address.ts'
import { publishedOrphan } from './published-orphan.ts'
import { proofRules } from '../descriptions/proofs.ts'
import { readingRules } from '../descriptions/reading.ts'
import { reservedText } from './reserved-text.ts'
import { reviewInFuture } from './review-in-future.ts'
import { reviewOverdue } from './review-overdue.ts'
import { rootLink } from './root-link.ts'
import { rotaRules } from '../descriptions/rotas.ts'
import type { PageRule, Rule, RuleDescription } from './rule.ts'
import { codeFence } from './code-fence.ts'
import { swappedLink } from './swapped-link.ts'
import { undefinedReference } from './undefined-reference.ts'
import { unusedDefinition } from './unused-definition.ts'
import { tableCells } from './table-cells.ts'
import { unclosedMark } from './unclosed-mark.ts'
import { taskMark } from './task-mark.ts'
import { doubledWord } from './doubled-word.ts'
import { listSpace } from './list-space.ts'
import { listNumber } from './list-number.ts'
import { loneBrace } from './lone-brace.ts'
import { curlyQuote } from './curly-quote.ts'
import { entityInValue } from './entity-in-value.ts'
import { duplicateHeading } from './duplicate-heading.ts'
import { duplicateItem } from './duplicate-item.ts'
import { emptyTitle } from './empty-title.ts'
import { alertForm } from './alert-form.ts'
import { alertSpelling } from './alert-spelling.ts'
import { unusedImage } from './unused-image.ts'
import { codePrompt } from './code-prompt.ts'
import { codeSyntax } from './code-syntax.ts'
import { unknownVariable } from './unknown-variable.ts'
import { fixedTimeZone } from './fixed-time-zone.ts'
import { earlyOverride } from './early-override.ts'
import { farHoliday } from './far-holiday.ts'
import { farLeave } from './far-leave.ts'
import { farOverride } from './far-override.ts'
import { hiddenContact } from './hidden-contact.ts'
import { overlappingLeave } from './overlapping-leave.ts'
import { duplicateName } from './duplicate-name.ts'
import { publishedOutsideRotation } from './published-outside-rotation.ts'
import { rotationOrder } from './rotation-order.ts'
import { rotaStart } from './rota-start.ts'
import { secretRule, unusedAcceptanceRule } from '../secrets/index.ts'
import { sectionOrder } from './section-order.ts'
import { typographicCode } from './typographic-code.ts'
import { unclosedCode } from './unclosed-code.ts'
import { unclosedHtml } from './unclosed-html.ts'
import { undrawnDiagram } from './undrawn-diagram.ts'
import { unknownChoice } from './unknown-choice.ts'
import { unknownColumn } from './unknown-column.ts'
import { unknownValue } from './unknown-value.ts'
import { unknownReference } from './unknown-reference.ts'
import { unknownSection } from './unknown-section.ts'
import { untestedCode } from './untested-code.ts'
import { unusedRunbook } from './unused-runbook.ts'
import { unusedTeam } from './unused-team.ts'
import { tableSense } from './table-sense.ts'
import { settingSense } from './setting-sense.ts'
import { unusedVariable } from './unused-variable.ts'
import { markupInValue } from './markup-in-value.ts'
import { htmlBlankLine } from './html-blank-line.ts'
import { leaveShift } from './leave-shift.ts'
import { rotaSense } from './rota-sense.ts'
import { contactSense } from './contact-sense.ts'
import { engineerSense } from './engineer-sense.ts'
import { publishedSense } from './published-sense.ts'
import { detailsSummary } from './details-summary.ts'
import { entitySpelling } from './entity-spelling.ts'
import { fieldSense } from './field-sense.ts'
import { linkText } from './link-text.ts'
import { tabLabels } from './tab-labels.ts'
import { pipelineSense } from './pipeline-sense.ts'
import { emojiName } from './emoji-name.ts'
import { shortOverride } from './short-override.ts'
import { tableHeads } from './table-heads.ts'
import { unknownStep } from './unknown-step.ts'
import { garbledText } from './garbled-text.ts'
import { impossibleDate } from './impossible-date.ts'
import { unfilledVariable } from './unfilled-variable.ts'
import { variableInProse } from './variable-in-prose.ts'
import { upstreamCycle } from './upstream-cycle.ts'
import { weakSignature } from './weak-signature.ts'

/** The rules between and inside of entries, in the order in which the reference lists them. */
export const rules: readonly (PageRule | Rule)[] = [
  misplacedEntry,
  duplicateFile,
  unknownReference,
  unknownChoice,
  unusedRunbook,
  unusedTeam,
  hiddenContact,
  upstreamCycle,
  flowWithoutIssue,
  missingSection,
  unknownSection,
  sectionOrder,
  emptySection,
  firstLevelHeading,
  headingJump,
  emptyHeading,
  duplicateHeading,
  headingSpace,
  brokenTable,
  listMark,
  emptyItem,
  leftover,
  brokenLink,
  brokenAnchor,
  rootLink,
  ownAddress,
  emptyLink,
  linkSyntax,
  missingImage,
  imageText,
  codeLanguage,
  undrawnDiagram,
  unclosedCode,
  emptyCode,
  untestedCode,
  typographicCode,
  invisibleCharacter,
  foreignMarkup,
  alertForm,
  html,
  unclosedHtml,
  mdxSyntax,
  mdxCode,
  mdxComponent,
  address,
  reservedText,
  duplicateAlert,
  duplicateAlias,
  duplicateSignature,
  duplicateTitle,
  longTitle,
  weakSignature,
  componentSpelling,
  cutValue,
  reviewInFuture,
  reviewOverdue,
  publishedOrphan,
  rotaStart,
  fixedTimeZone,
  farOverride,
  earlyOverride,
  farLeave,
  farHoliday,
  overlappingLeave,
  duplicateName,
  publishedOutsideRotation,
  rotationOrder,
  codeFence,
  codeSyntax,
  codePrompt,
  unknownVariable,
  unknownColumn,
  unknownValue,
  swappedLink,
  undefinedReference,
  unusedDefinition,
  tableCells,
  unclosedMark,
  taskMark,
  doubledWord,
  listSpace,
  listNumber,
  loneBrace,
  curlyQuote,
  entityInValue,
  duplicateItem,
  emptyTitle,
  alertSpelling,
  unusedImage,
  tableSense,
  settingSense,
  unusedVariable,
  markupInValue,
  htmlBlankLine,
  leaveShift,
  rotaSense,
  pipelineSense,
  contactSense,
  engineerSense,
  publishedSense,
  fieldSense,
  linkText,
  detailsSummary,
  tabLabels,
  entitySpelling,
  emojiName,
  tableHeads,
  unknownStep,
  garbledText,
  impossibleDate,
  unfilledVariable,
  variableInProse,
  shortOverride,
]

/** Every rule that a finding can name. */
export const allRules: readonly RuleDescription[] = [
  ...readingRules,
  ...rules,
  levelsRule,
  secretRule,
  unusedAcceptanceRule,
  formRule,
  codeownersRule,
  searchQueryRule,
  ...rotaRules,
  ...rulesOfAlertFiles,
  ...proofRules,
]
