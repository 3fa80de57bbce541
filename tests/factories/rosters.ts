import { findImport, findLines } from '~/data/imports/roster-imports.server'
import type { Acting } from '~/domain/accounts/acting'
import type { ImportKind } from '~/domain/imports/heading-words'
import type { ResultKind } from '~/domain/imports/line-result'
import { idCheck } from '~/domain/org/id-number'
import { bringSheet } from '~/usecases/imports/bring-sheet.server'
import { openedLine } from '~/usecases/imports/drafts.server'
import { readSheet } from '~/usecases/imports/read-sheet.server'

/** A table of text of these rows. */
export const tableOf = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'))

/** An ID number whose check character is right, another for each number below 50,000. */
export function idNumber(nth: number): string {
  const seventeen = `330106${1950 + Math.floor(nth / 1000)}0101${String(nth % 1000).padStart(3, '0')}`
  return seventeen + idCheck(seventeen)
}

type Sheet = { kind?: ImportKind; unitId?: string | null; bytes: Buffer }

/** Brings a sheet and waits until every row is judged; its id. */
export async function broughtSheet(acting: Acting, { kind = 'people', unitId = null, bytes }: Sheet): Promise<string> {
  const brought = await bringSheet(acting, { kind, unitId, fileName: '名册.csv' })
  if (brought.kind === 'refused') throw new Error(brought.reason)
  await readSheet(acting, brought.id, bytes)
  return brought.id
}

/** Each row's name with its result. */
export const resultsOf = (id: string): [string, ResultKind][] =>
  findLines(id).map((stored) => [openedLine(stored).cells.name ?? '', stored.result])

/** The faults of a sheet's rows by their lines: the field and the reason's last words. */
export const faultsOf = (id: string): string[] =>
  findLines(id).flatMap((stored) => {
    const { line, result } = openedLine(stored)
    return result.kind === 'refused' ? result.faults.map(({ field, reason }) => `${line} ${field} ${reason.replace(/^.*fault\./, '')}`) : []
  })

export const sheetOf = async (acting: Acting, id: string) => findImport(acting.actor.accountId, id)
