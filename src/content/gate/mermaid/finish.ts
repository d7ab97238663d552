import { escapeHtml } from '../../../text/html.ts'

/** The site's own colors, which follow the day, the night and the reader's choice, for those of the library. */
const COLORS: readonly [RegExp, string][] = [
  [/var\(--_text-(?:sec|muted|faint)\)/g, 'var(--ink-soft)'],
  [/var\(--_text\)/g, 'var(--ink)'],
  [/var\(--_(?:line|arrow|node-stroke)\)/g, 'var(--line-strong)'],
  [/var\(--_node-fill\)/g, 'var(--surface)'],
  [/var\(--_(?:group-hdr|key-badge)\)/g, 'var(--sunken)'],
  [/var\(--_(?:group-fill)\)|var\(--bg\)/g, 'var(--paper)'],
  [/var\(--_inner-stroke\)/g, 'var(--line)'],
]

/**
 * A drawing of the library as a part of a page: without its style sheet, which loads a font from another host and which the
 * security policy refuses, without the names that only the library needs, and with ids of its own.
 *
 * @param name begins its ids, once in a page
 */
export function finishSvg(svg: string, name: string): string {
  const drawn = svg
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, (tag) => finishTag(tag, name))
    .replace(/>\s+</g, '><')
  return COLORS.reduce((text, [from, to]) => text.replace(from, to), drawn)
}

function finishTag(tag: string, name: string): string {
  return tag
    .replace(/ (?:class|style|data-[\w-]+)="[^"]*"/g, '')
    .replace(/ id="/g, ` id="${name}-`)
    .replace(/url\(#/g, `url(#${name}-`)
    .replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
}

/** Says what it is to who does not see it. */
export function withName(svg: string, label: string): string {
  return svg.replace(/^<svg xmlns="[^"]*"/, `<svg role="img" aria-label="${escapeHtml(label)}"`)
}
