/** Keeps what was made for a key, the last `most` of them. Strings only: what is kept cannot be changed by who gets it. */
export function remembering(most: number): (key: string, make: () => string) => string {
  const kept = new Map<string, string>()
  return (key, make) => {
    const known = kept.get(key)
    if (known !== undefined) return known
    const made = make()
    const oldest = kept.size >= most ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(key, made)
    return made
  }
}
