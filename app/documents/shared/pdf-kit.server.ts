import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** What draws PDFs: loaded by whoever draws the first one, so that a start does not wait for it. */
export const pdfKit = (): typeof import('pdfkit') => require('pdfkit')
