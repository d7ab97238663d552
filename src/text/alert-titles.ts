/**
 * GitHub's five alerts, written `> [!WARNING]`, so that a page reads the same on the forge and on the site, and two of ours
 * that distinguish three voices: the words of the team's plan, what this site only suggests, and everything else.
 */
export const ALERT_TITLES = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
  plan: 'The plan says',
  suggestion: 'Suggested, to be confirmed by your team',
}
