import type { PosterFormat, PosterPrint } from '~/domain/outreach/poster'

/** What the worker is told, one after the other: first how to pack, then each file. Not zipped: the bytes of one file. */
export type PosterPart =
  | { kind: 'pack'; zipped: boolean }
  | { kind: 'file'; name: string; format: PosterFormat; prints: readonly PosterPrint[] }
  | { kind: 'text'; name: string; text: string }
