/** Corners in pixels of the drawing. */
interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

interface Line {
  from: string
  to: string
  points: readonly (readonly [x: number, y: number])[]
}

/** A letter is at least and at most about so much of its font's size wide, and a line so much of it high. */
const LETTER = 0.48
const WIDE_LETTER = 0.62
const LINE = 1.3
/** What touches is not wrong: so many pixels are. */
const SLACK = 3

/**
 * Says why a drawing of the library would mislead by where it puts things: it leads arrows through boxes of others or along
 * each other, draws a group that an arrow ends at a second time, and words on words.
 *
 * @param svg of the library, with its names
 */
export function misleading(svg: string): string | undefined {
  const groups = [...svg.matchAll(/<g class="subgraph" data-id="([^"]*)"/g)].map(([, id]) => id)
  if (new Set(groups).size < groups.length) return 'A group would be drawn twice.'
  if (throughBoxes(svg).length > 0) return 'An arrow would lead through a box that is not its own.'
  if (areConfused(linesOf(svg))) return 'Two arrows would be one line, and lead to wrong boxes.'
  const texts = textBoxesOf(svg)
  const covered = texts.some((text, place) => texts.slice(place + 1).some((other) => isOver(text, other)))
  return covered ? 'Words would be written over each other.' : undefined
}

/** The arrows that lead through a box of others, which they then seem to come from or to lead to. */
export function throughBoxes(svg: string): { from: string; to: string }[] {
  const boxes = boxesOf(svg)
  return linesOf(svg).filter((line) =>
    boxes.some(
      ([id, box]) =>
        id !== line.from && id !== line.to && segmentsOf(line).some((part) => isThrough(part, box)),
    ),
  )
}

/** The same with room for everything that is drawn: the library forgets long names of groups, and arrows that go around. */
export function wholeInView(svg: string): string {
  const points = linesOf(svg).flatMap((line) => line.points)
  const all: Box[] = [
    ...textBoxesOf(svg, WIDE_LETTER),
    ...points.map(([x, y]) => ({ left: x, top: y, right: x, bottom: y })),
  ]
  return svg.replace(
    / viewBox="0 0 ([\d.]+) ([\d.]+)" width="[\d.]+" height="[\d.]+"/,
    (same, width: string, height: string) => {
      const left = Math.min(0, ...all.map((box) => box.left - SLACK))
      const top = Math.min(0, ...all.map((box) => box.top - SLACK))
      const right = Math.max(Number(width), ...all.map((box) => box.right + SLACK))
      const bottom = Math.max(Number(height), ...all.map((box) => box.bottom + SLACK))
      const size = [right - left, bottom - top].map(String)
      return [left, top, right, bottom].map(String).join() === ['0', '0', width, height].join()
        ? same
        : ` viewBox="${String(left)} ${String(top)} ${size.join(' ')}" width="${size[0] ?? ''}" height="${size[1] ?? ''}"`
    },
  )
}

function linesOf(svg: string): Line[] {
  return [
    ...svg.matchAll(
      /<polyline class="edge" data-from="([^"]*)" data-to="([^"]*)"[^>]* points="([-\d., e]*)"/g,
    ),
  ].map(([, from = '', to = '', points = '']) => ({
    from,
    to,
    points: points.split(' ').map((point) => {
      const [x = NaN, y = NaN] = point.split(',').map(Number)
      return [x, y] as const
    }),
  }))
}

/** The boxes of a flowchart or of states. What is slanted or round has no corners: its middle counts. */
function boxesOf(svg: string): [id: string, box: Box][] {
  return [...svg.matchAll(/<g class="node" data-id="([^"]*)"[^>]*>\s*<(\w+) ([^>]*)>/g)].map(
    ([, id = '', shape = '', list = '']) => [id, boxOf(shape, list)],
  )
}

function boxOf(shape: string, list: string): Box {
  const value = (name: string) => Number(new RegExp(`(?:^| )${name}="(-?[\\d.]+)"`).exec(list)?.[1] ?? NaN)
  if (shape === 'rect') {
    const [left, top] = [value('x'), value('y')]
    return { left, top, right: left + value('width'), bottom: top + value('height') }
  }
  const points = (/points="([^"]*)"/.exec(list)?.[1] ?? '')
    .split(' ')
    .map((point) => point.split(',').map(Number))
  const [xs, ys] = [points.map(([x = NaN]) => x), points.map(([, y = NaN]) => y)]
  const [cx, cy, rx, ry] =
    shape === 'polygon'
      ? [
          (Math.min(...xs) + Math.max(...xs)) / 2,
          (Math.min(...ys) + Math.max(...ys)) / 2,
          (Math.max(...xs) - Math.min(...xs)) / 4,
          (Math.max(...ys) - Math.min(...ys)) / 4,
        ]
      : [value('cx'), value('cy'), value('r') / 2, value('r') / 2]
  return { left: cx - rx, top: cy - ry, right: cx + rx, bottom: cy + ry }
}

const segmentsOf = ({ points }: Line): Box[] =>
  points.slice(1).map(([x, y], place) => {
    const [before, above] = points[place] ?? [x, y]
    return {
      left: Math.min(x, before),
      right: Math.max(x, before),
      top: Math.min(y, above),
      bottom: Math.max(y, above),
    }
  })

const isThrough = (part: Box, box: Box) =>
  part.right > box.left + SLACK &&
  part.left < box.right - SLACK &&
  part.bottom > box.top + SLACK &&
  part.top < box.bottom - SLACK

/** Whether two arrows have a stretch in common that would lead from the one's beginning to the other's end. */
function areConfused(lines: readonly Line[]): boolean {
  const drawn = new Set(lines.flatMap(({ from, to }) => [`${from}\n${to}`, `${to}\n${from}`]))
  return lines.some((one, place) =>
    lines.slice(place + 1).some((other) => {
      const ends = new Set([one.from, one.to, other.from, other.to])
      if (ends.size < 4 || (drawn.has(`${one.from}\n${other.to}`) && drawn.has(`${other.from}\n${one.to}`)))
        return false
      return segmentsOf(one).some((a) => segmentsOf(other).some((b) => isAlong(a, b)))
    }),
  )
}

const isAlong = (a: Box, b: Box) => {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return (across > 2 * SLACK && Math.abs(down) < 0.5) || (down > 2 * SLACK && Math.abs(across) < 0.5)
}

/** About where each text is. */
function textBoxesOf(svg: string, letter = LETTER): Box[] {
  return [...svg.matchAll(/<text ([^>]*)>([\s\S]*?)<\/text>/g)].map(([, list = '', inside = '']) => {
    const value = (name: string) => Number(new RegExp(`(?:^| )${name}="(-?[\\d.]+)"`).exec(list)?.[1] ?? NaN)
    const size = value('font-size')
    const rows = inside.split('</tspan>').map((row) => row.replace(/<[^>]*>/g, '').replace(/&[#\w]+;/g, '.'))
    const width = Math.max(...rows.map((row) => row.length)) * size * letter
    const height = Math.max(1, rows.length - 1) * size * LINE
    const x = value('x') - (list.includes('"middle"') ? width / 2 : list.includes('"end"') ? width : 0)
    return { left: x, top: value('y') - height / 2, right: x + width, bottom: value('y') + height / 2 }
  })
}

/** Whether words cannot be read for others: a letter that touches another can. */
function isOver(a: Box, b: Box): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  const height = Math.min(a.bottom - a.top, b.bottom - b.top)
  return across > height && down > height / 2
}
