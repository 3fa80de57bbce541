import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { isRefused } from '~/domain/shared/refusal'
import type { Asked } from '~/http/asked.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import { endMingbai } from '~/usecases/duties/end-mingbai.server'
import { nameMingbai } from '~/usecases/duties/name-mingbai.server'

const day = z.string('org:error.day.missing').max(20, 'org:error.day.notADay')
const naming = z.object({ postId: z.string('duties:responsibility.refusal.noPost'), from: day })
const ended = z.object({ lastDay: day })

/** Naming somebody at a unit, or with ?end= taking a name back; the same for the street and for the unit's manager. */
export async function actOnMingbai(ctx: Signed, request: Asked, unitId: string, here: string) {
  const form = await formOf(request)
  const namedId = readQuery(request).text('end')
  if (namedId !== null) {
    const read = parseForm(form, ended)
    if (!read.ok) return formRefused(read.answer)
    const outcome = await endMingbai(ctx, { unitId, namedId, ...read.value })
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`${here}?done=mingbaiEnded`)
  }
  const read = parseForm(form, naming)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await nameMingbai(ctx, { unitId, ...read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`${here}?done=mingbaiNamed`)
}
