/** The drawing of one pipeline between those that it reads and those that read it: three columns, laid out at build time. */

interface Node {
  label: string
  href: string
}

interface Box extends Node {
  x: number
  y: number
  width: number
  height: number
  lines: string[]
  isCurrent: boolean
}

const BOX = { width: 170, height: 48 }
const GAP = { x: 56, y: 16 }
const LINE = 20

export function drawLineage(
  current: Node,
  upstream: readonly Node[],
  downstream: readonly Node[],
): { width: number; height: number; nodes: Box[]; edges: string[] } {
  const columns = [upstream, [current], downstream].filter((column) => column.length > 0)
  const rows = Math.max(...columns.map((column) => column.length))
  const height = rows * (BOX.height + GAP.y) - GAP.y + 2
  const boxes = columns.map((column, place) => {
    const top = (height - (column.length * (BOX.height + GAP.y) - GAP.y)) / 2
    return column.map((node, row) => ({
      ...node,
      ...BOX,
      x: 1 + place * (BOX.width + GAP.x),
      y: top + row * (BOX.height + GAP.y),
      lines: wrap(node.label),
      isCurrent: node === current,
    }))
  })
  const edges = boxes.flatMap((column, place) =>
    column.flatMap((from) => (boxes[place + 1] ?? []).map((to) => edge(from, to))),
  )
  return { width: columns.length * (BOX.width + GAP.x) - GAP.x + 2, height, nodes: boxes.flat(), edges }
}

/** A curve from the right side of one box to the left side of the next, with an arrow's head. */
function edge(from: Box, to: Box): string {
  const x1 = from.x + from.width
  const y1 = from.y + from.height / 2
  const x2 = to.x
  const y2 = to.y + to.height / 2
  const middle = (x1 + x2) / 2
  return `M${n(x1)} ${n(y1)}C${n(middle)} ${n(y1)} ${n(middle)} ${n(y2)} ${n(x2 - 2)} ${n(y2)}m-7 -4l7 4l-7 4`
}

const n = (value: number) => String(Math.round(value * 10) / 10)

/** Breaks a label into at most two lines. */
function wrap(label: string): string[] {
  if (label.length <= LINE) return [label]
  const space = label.lastIndexOf(' ', LINE)
  return space < 0 ? [label] : [label.slice(0, space), label.slice(space + 1)]
}
