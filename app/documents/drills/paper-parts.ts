import type { Sheet } from '../duties/workbook-parts'
import type { AnyPaper } from './paper'

/** One file: a paper as PDF, or sheets as .xlsx. */
export type PaperFile = { kind: 'paper'; name: string; paper: AnyPaper } | { kind: 'book'; name: string; sheets: readonly Sheet[] }

/** What the worker is told, one after the other: first how to pack, then each file. Not zipped: the bytes of one file. */
export type PaperPart = { kind: 'pack'; zipped: boolean } | PaperFile
