const keyOf = (paper: string): string => `mingbai.paper.${paper}`

/** Answers of a paper that were given on this phone and have not reached the server: question number to choices. */
export function readUnsaved(paper: string): Map<number, string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(paper)) ?? '[]')
    if (!Array.isArray(kept)) return new Map()
    return new Map(
      kept.flatMap((entry: unknown) =>
        Array.isArray(entry) && typeof entry[0] === 'number' && typeof entry[1] === 'string' ? [[entry[0], entry[1]] as const] : [],
      ),
    )
  } catch {
    // Private browsing may forbid storage: then the paper is saved over the network alone.
    return new Map()
  }
}

export function keepUnsaved(paper: string, unsaved: ReadonlyMap<number, string>): void {
  try {
    if (unsaved.size === 0) localStorage.removeItem(keyOf(paper))
    else localStorage.setItem(keyOf(paper), JSON.stringify([...unsaved]))
  } catch {
    return
  }
}
