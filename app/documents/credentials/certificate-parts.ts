import type { Sheet } from './certificate-sheet.server'

/** What the worker that prints many certificates is told, one after the other. Sheets are laid out where the words are. */
export type CertificatePart = { kind: 'print'; title: string; author: string } | { kind: 'certificate'; number: string; sheet: Sheet }
