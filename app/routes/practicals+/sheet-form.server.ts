import { z } from 'zod'
import type { Marked } from '~/domain/practicals/sheet'
import { longestNote } from '~/domain/practicals/sheet'
import { withoutUnseen } from '~/domain/shared/plain-text'
import type { SheetWish } from '~/usecases/practicals/hand-in-sheet.server'

const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
const instant = z.iso.datetime().transform((text) => new Date(text))
const head = z.object({
  sheet: id,
  observer: z.string().min(1).max(60),
  round: z.coerce.number().int().min(1).max(1000),
  startedAt: instant.optional().catch(undefined),
  finishedAt: instant.optional().catch(undefined),
})
const mark = z.enum(['done', 'missed', 'absent'])

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** What a sheet's form says, from a page or from the phone's script; null where no page of ours sent it. */
export function readSheetForm(form: FormData, assessmentId: string): SheetWish | null {
  const given = Object.fromEntries(
    ['sheet', 'observer', 'round', 'startedAt', 'finishedAt'].map((name) => [name, textOf(form, name) || undefined]),
  )
  const read = head.safeParse(given)
  if (!read.success) return null
  const marks = [...form.keys()]
    .filter((name) => /^mark-[a-z0-9-]{1,60}$/.test(name))
    .slice(0, 100)
    .flatMap((name): Marked[] => {
      const step = name.slice('mark-'.length)
      const said = mark.safeParse(textOf(form, name))
      const at = instant.safeParse(textOf(form, `at-${step}`))
      const note = withoutUnseen(textOf(form, `note-${step}`))
        .trim()
        .slice(0, longestNote)
      return said.success ? [{ step, mark: said.data, at: at.success ? at.data : null, note }] : []
    })
  const { sheet: sheetId, startedAt = null, finishedAt = null, ...rest } = read.data
  return { assessmentId, sheetId, startedAt, finishedAt, marks, way: finishedAt === null ? 'form' : 'phone', ...rest }
}
