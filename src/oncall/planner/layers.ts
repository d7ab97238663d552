/**
 * All ways to plan the open weeks that are still in question, as a graph: a layer of nodes before each week and one
 * after the last; from node to node an arc for each engineer who may serve. Each path from the one node of the first
 * layer to the one node of the last is an order. Engineers are columns (see `problem.ts`).
 */
export interface Layers {
  /** One an open week. */
  readonly arcs: readonly LayerArcs[]
}

/** The arcs of one layer: those of node `n` are `starts[n] … starts[n + 1] − 1`, in order of column. */
export interface LayerArcs {
  readonly starts: Int32Array
  readonly columns: Uint8Array
  readonly targets: Int32Array
}

/** Everyone who shares a cycle may serve each of its weeks; that nobody serves twice is left to the search. */
export function allOrders(weeks: readonly { columns: readonly number[] }[]): Layers {
  return {
    arcs: weeks.map(({ columns }) => ({
      starts: Int32Array.of(0, columns.length),
      columns: Uint8Array.from(columns),
      targets: new Int32Array(columns.length),
    })),
  }
}

function nodeCount(layer: LayerArcs): number {
  return layer.starts.length - 1
}

/**
 * For every node the least of a sum over some path from it to the end.
 *
 * @param cost of an arc, by week and column
 * @returns one array a layer, the last of them for the end
 */
export function leastToEnd(layers: Layers, cost: (index: number, column: number) => number): Float64Array[] {
  return foldToEnd(layers, cost, Math.min, Infinity)
}

export function mostToEnd(layers: Layers, cost: (index: number, column: number) => number): Float64Array[] {
  return foldToEnd(layers, cost, Math.max, -Infinity)
}

function foldToEnd(
  layers: Layers,
  cost: (index: number, column: number) => number,
  choose: (a: number, b: number) => number,
  nothing: number,
): Float64Array[] {
  const values: Float64Array[] = [new Float64Array(1)]
  for (let index = layers.arcs.length - 1; index >= 0; index--) {
    const layer = layers.arcs[index]
    const after = values[0]
    if (!layer || !after) break
    const here = new Float64Array(nodeCount(layer)).fill(nothing)
    const costs = new Map<number, number>()
    for (let node = 0; node < here.length; node++) {
      const end = layer.starts[node + 1] ?? 0
      for (let arc = layer.starts[node] ?? 0; arc < end; arc++) {
        const column = layer.columns[arc] ?? 0
        let own = costs.get(column)
        if (own === undefined) costs.set(column, (own = cost(index, column)))
        here[node] = choose(here[node] ?? nothing, own + (after[layer.targets[arc] ?? 0] ?? 0))
      }
    }
    values.unshift(here)
  }
  return values
}

/** The lexicographically smallest order: from each node the arc with the smallest column. */
export function firstOrder(layers: Layers): number[] {
  let node = 0
  return layers.arcs.map((layer) => {
    const arc = layer.starts[node] ?? 0
    node = layer.targets[arc] ?? 0
    return layer.columns[arc] ?? 0
  })
}
