const batch = 1000

/** Hands rows on as JSON in batches, so that no text of all of them is ever held. */
export async function inBatches(rows: readonly object[], write: (json: string) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += batch) await write(JSON.stringify(rows.slice(from, from + batch)))
}
