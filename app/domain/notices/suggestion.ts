/** Characters of a suggestion, of the way to answer it, and of what was done about it. */
export const suggestionLength = { least: 5, most: 2000, contact: 100, note: 1000 } as const

/** Suggestions from one address in an hour. */
export const suggestionsAnHour = 10

/** May one more be taken, given the instants (milliseconds) of earlier ones from the same address? */
export const maySuggest = (earlier: readonly number[], now: number): boolean =>
  earlier.filter((at) => now - at < 3_600_000).length < suggestionsAnHour

/** The page a suggestion is about: an address inside this site, else the start page. */
export const readPage = (typed: string | null): string => (typed && /^\/(?![/\\])[^\s\\]{0,300}$/.test(typed) ? typed : '/')
