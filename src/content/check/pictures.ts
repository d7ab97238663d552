import type Sharp from 'sharp'
import { isPictureName, MAX_PIXELS } from '../gate/index.ts'
import { assetProblem } from '../read/assets.ts'
import { displayPath } from '../read/files.ts'
import type { Finding } from '../read/findings.ts'
import type { Content } from '../read/load.ts'

/**
 * Pictures that cannot be decoded, to their last byte and within limits: the build would stop at them without naming the file.
 * Drawings are read elsewhere, and what is wrong with the first bytes of a file is known before.
 */
export async function pictureFindings({
  root,
  assets,
}: Pick<Content, 'root' | 'assets'>): Promise<Finding[]> {
  const findings: Finding[] = []
  let sharp: typeof Sharp | undefined
  for (const file of assets) {
    if (!isPictureName(file) || /\.svg$/i.test(file) || assetProblem(root, file)) continue
    // A fifth of what a check needs to start, which most content has no use for.
    sharp ??= (await import('sharp')).default
    const problem = await decodingProblem(sharp, file)
    if (problem !== undefined)
      findings.push({
        file: displayPath(file),
        severity: 'error',
        rule: 'asset',
        message: problem,
        hint: 'Save the picture again, smaller if it is large.',
      })
  }
  return findings
}

async function decodingProblem(sharp: typeof Sharp, file: string): Promise<string | undefined> {
  try {
    // One pixel high strips are enough: all of it is decoded, and nothing of it is kept.
    await sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'warning', animated: false }).stats()
    return undefined
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
    return /pixel limit/i.test(reason)
      ? `The picture has more than ${String(MAX_PIXELS / 1_000_000)} million pixels`
      : `The picture cannot be read to its end: ${reason.replaceAll(file, '').trim()}`
  }
}
