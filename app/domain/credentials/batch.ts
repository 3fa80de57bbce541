/** Certificates that one print holds at most: a thousand pages, some ten megabytes. */
export const mostInBatch = 1000

/** A certificate that a print was asked for and does not hold, with the reason as a code. */
export type LeftOut = { readonly number: string; readonly reason: 'revoked' | 'corrected' | 'gone' | 'unprintable' }
