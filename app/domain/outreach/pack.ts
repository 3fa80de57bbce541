import type { PosterFormat, PosterLanguage, PosterSize, PosterStyle } from './poster'

/** How the posters of a pack look, and as which files they come; `isOneFile`: all of them as the pages of one PDF as well. */
export type PackLook = {
  style: PosterStyle
  size: PosterSize
  language: PosterLanguage
  formats: readonly PosterFormat[]
  isOneFile: boolean
}

/** What a pack is made of: posters of these codes; or one of the packed sets, in the edition of its content. */
export type PackAsk = ({ kind: 'codes'; codes: readonly string[] } | { kind: 'set'; edition: string }) & PackLook

/** Days for which a finished pack of codes can be fetched; then it is made anew in a minute. */
export const packDays = 7

/** Files that one pack holds at most: some minutes of work, some hundred megabytes. */
export const mostFiles = 1500

/** A name that every system can write to a disk: without signs that mean something there, sixty characters at most. */
export const fileName = (text: string): string =>
  [
    ...text
      .replace(/[\p{Cc}\\/:*?"<>|]/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[. ]+/, ''),
  ]
    .slice(0, 60)
    .join('')
    .replace(/[. ]+$/, '') || '_'

/** How many files a pack of so many posters holds. */
export const filesIn = (posters: number, { formats, isOneFile }: Pick<PackLook, 'formats' | 'isOneFile'>): number =>
  posters * formats.length + (isOneFile && posters > 0 ? 1 : 0)

export type PackState = 'waiting' | 'making' | 'done' | 'failed'

/** What a pack is doing, by what is recorded of it. */
export function packState(pack: { startedAt: string | null; finishedAt: string | null; fault: string | null }): PackState {
  if (pack.fault !== null) return 'failed'
  if (pack.finishedAt !== null) return 'done'
  return pack.startedAt === null ? 'waiting' : 'making'
}
