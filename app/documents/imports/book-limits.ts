/** What a file of rows may come to. A roster of ten thousand people stays far below each of these. */
export const bookLimits = {
  fileBytes: 8 * 1024 * 1024,
  parts: 500,
  sheets: 60,
  /** All parts that are read, unpacked. */
  unpackedBytes: 32 * 1024 * 1024,
  /** Text packs to a tenth or a thirtieth; what unpacks to more than this was made to. */
  unpackedTimes: 250,
  lines: 12_000,
  columns: 60,
  cellLetters: 4_000,
  sharedTexts: 150_000,
  sharedLetters: 6_000_000,
  depth: 24,
} as const

/** Why a file is not read. Each has its sentence in the locales (imports:file). */
export type BookFault = 'notBook' | 'oldBook' | 'damaged' | 'tooLarge' | 'tooManySheets' | 'tooManyLines' | 'tooWide' | 'longCell' | 'empty'

/** A file that is refused, with the reason. */
export class BookRefused extends Error {
  constructor(readonly reason: BookFault) {
    super(reason)
  }
}

export type BookLine = { line: number; texts: string[] }
