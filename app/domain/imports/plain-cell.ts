import { inOneLine } from '../shared/plain-text'

/**
 * What a cell says: full-width letters and digits made plain, one line, ordinary spaces. The apostrophe by which a text is kept from being
 * taken for a formula is no part of it.
 */
export const plainCell = (text: string): string => inOneLine(text.normalize('NFKC')).replace(/^'(?=\s*[=+\-@])/, '')

/** For comparing words: without spaces and what people put around them. */
export const bareWord = (text: string): string =>
  plainCell(text)
    .replace(/[\s*:"“”'‘’·]/g, '')
    .toLowerCase()
