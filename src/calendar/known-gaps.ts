/** A country whose public holidays are declared by hand, so that a list computed ahead lacks some of them. */
export interface KnownGap {
  /** How many public holidays a year its government lists, each day counted. */
  official: number
  /** Who lists them. */
  by: string
}

/** Those of which it is known. A count lower than the official one means that the team has to add some. */
const GAPS: Readonly<Record<string, KnownGap>> = {
  AE: { official: 12, by: 'the cabinet of the United Arab Emirates' },
  CN: { official: 13, by: 'the State Council of China (from 2025 on)' },
  IN: { official: 17, by: 'the central government of India' },
  SA: { official: 10, by: 'the labor law of Saudi Arabia' },
}

/** @param calendar COUNTRY, COUNTRY-STATE or COUNTRY-STATE-REGION */
export function knownGap(calendar: string): KnownGap | undefined {
  const [country = ''] = calendar.split('-')
  return Object.hasOwn(GAPS, country) ? GAPS[country] : undefined
}
