/** Serials first … last, both included. */
export type SerialRun = { readonly first: number; readonly last: number }

/** What of a run is not covered by these others. */
function uncovered(run: SerialRun, by: readonly SerialRun[]): SerialRun[] {
  const inOrder = by.filter(({ first, last }) => last >= run.first && first <= run.last).sort((one, other) => one.first - other.first)
  const left: SerialRun[] = []
  let next = run.first
  for (const { first, last } of inOrder) {
    if (first > next) left.push({ first: next, last: first - 1 })
    next = Math.max(next, last + 1)
  }
  return next <= run.last ? [...left, { first: next, last: run.last }] : left
}

const cut = (run: SerialRun, by: SerialRun): SerialRun | null => {
  const [first, last] = [Math.max(run.first, by.first), Math.min(run.last, by.last)]
  return first <= last ? { first, last } : null
}

/**
 * The holes in a register, `missing` being the runs of serials under which no certificate is held: those that nobody has explained yet,
 * and for each explanation the serials that are still missing under it.
 */
export function serialGaps<E extends SerialRun>(missing: readonly SerialRun[], explanations: readonly E[]) {
  return {
    open: missing.flatMap((run) => uncovered(run, explanations)),
    explained: explanations.map((explanation) => ({
      ...explanation,
      missing: missing.flatMap((run) => cut(run, explanation) ?? []),
    })),
  }
}

export const serialsIn = (runs: readonly SerialRun[]): number => runs.reduce((sum, { first, last }) => sum + last - first + 1, 0)
