import { rulesOfAlertFiles } from '../alerts/rules.ts'
import { formRule } from '../form.ts'
import { secretRule } from '../secrets.ts'
import { invisibleCharacter, typographicCode } from './characters.ts'
import { codeLanguage, emptyCode, unclosedCode } from './code.ts'
import { componentSpelling } from './component-spelling.ts'
import { duplicateAlert, duplicateAlias, duplicateSignature, duplicateTitle } from './duplicates.ts'
import { emptySection } from './empty-section.ts'
import { flowWithoutIssue } from './flow.ts'
import { emptyHeading, firstLevelHeading, headingJump, headingSpace } from './headings.ts'
import { html } from './html.ts'
import { imageText, missingImage } from './images.ts'
import { leftover } from './leftover.ts'
import { brokenAnchor, brokenLink, emptyLink, ownAddress, rootLink } from './links.ts'
import { mdxCode, mdxComponent, mdxSyntax } from './mdx.ts'
import { publishedOrphan } from './published-orphan.ts'
import { readingRules } from './reading.ts'
import { reviewInFuture, reviewOverdue } from './reviews.ts'
import { rotaRules } from './rota-rules.ts'
import type { Rule, RuleDescription } from './rule.ts'
import { missingSection, sectionOrder, unknownSection } from './sections.ts'
import { brokenTable } from './tables.ts'
import { unknownReference } from './unknown-reference.ts'
import { untestedCode } from './untested-code.ts'
import { unusedRunbook } from './unused-runbook.ts'
import { unusedTeam } from './unused-team.ts'
import { upstreamCycle } from './upstream-cycle.ts'
import { weakSignature } from './weak-signature.ts'

/** The rules between and inside of entries, in the order in which the reference lists them. */
export const rules: readonly Rule[] = [
  unknownReference,
  unusedRunbook,
  unusedTeam,
  upstreamCycle,
  flowWithoutIssue,
  missingSection,
  unknownSection,
  sectionOrder,
  emptySection,
  firstLevelHeading,
  headingJump,
  emptyHeading,
  headingSpace,
  brokenTable,
  leftover,
  brokenLink,
  brokenAnchor,
  rootLink,
  ownAddress,
  emptyLink,
  missingImage,
  imageText,
  codeLanguage,
  unclosedCode,
  emptyCode,
  untestedCode,
  typographicCode,
  invisibleCharacter,
  html,
  mdxSyntax,
  mdxCode,
  mdxComponent,
  duplicateAlert,
  duplicateAlias,
  duplicateSignature,
  duplicateTitle,
  weakSignature,
  componentSpelling,
  reviewInFuture,
  reviewOverdue,
  publishedOrphan,
]

/** Every rule that a finding can name. */
export const allRules: readonly RuleDescription[] = [
  ...readingRules,
  ...rules,
  secretRule,
  formRule,
  ...rotaRules,
  ...rulesOfAlertFiles,
]
