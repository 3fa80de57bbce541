import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { entriesIn, findEntry } from '~/data/classes/training-entries.server'
import { entryBodies, type Register } from '~/domain/classes/registers'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { inOneLine } from '~/domain/shared/plain-text'
import { isRefused } from '~/domain/shared/refusal'
import type { Asked } from '~/http/asked.server'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import { addresses, type EntryPage } from '~/ui/classes/registers'
import { addTrainingEntry } from '~/usecases/classes/add-training-entry.server'
import { changeTrainingEntry } from '~/usecases/classes/change-training-entry.server'
import { endTrainingEntry } from '~/usecases/classes/end-training-entry.server'
import { placeOptions, wholePlaces } from './register-list.server'

const ending = z.object({
  lastDay: z.string('training:error.missing').max(20, 'training:error.day'),
  reason: z
    .string('training:error.missing')
    .transform(inOneLine)
    .pipe(z.string().min(1, 'training:error.missing').max(200, 'training:error.long')),
})

async function frameOf(ctx: Signed, register: Register, kept: string): Promise<Omit<EntryPage, 'entry' | 'place'>> {
  const scope = actorScope(ctx, 'supervise')
  const providers = register === 'trainer' ? await entriesIn(scope, 'provider') : []
  return {
    register,
    places: placeOptions(wholePlaces(scope)),
    providers: providers
      .filter(({ id, isEnded }) => !isEnded || id === kept)
      .map(({ id, body: { name = '' } }) => ({ value: id, label: name })),
    today: formatDay(ctx.today),
  }
}

/** The form of an entry that is not there yet. */
export async function newEntryPage(ctx: Signed, request: Asked, register: Register): Promise<EntryPage> {
  const frame = await frameOf(ctx, register, '')
  const wanted = readQuery(request).text('place')
  const only = frame.places.length === 1 ? frame.places[0]?.value : undefined
  return { ...frame, entry: null, place: frame.places.find(({ value }) => value === wanted)?.value ?? only ?? '' }
}

/** An entry of a register as it is; not found outside the asker's places. */
export async function entryPage(ctx: Signed, register: Register, id: string): Promise<EntryPage> {
  const found = await findEntry(actorScope(ctx, 'supervise'), register, id)
  if (found === null) throw new NotFound()
  const { place, revision, body, end } = found
  return {
    ...(await frameOf(ctx, register, body.provider ?? '')),
    place: place.id,
    entry: {
      ...{ id, place: place.name, revision, values: { ...body } },
      end: end && { lastDay: formatDay(end.lastDay), reason: end.reason },
    },
  }
}

/** What a form of a new entry asks for. */
export async function addEntry(ctx: Signed, request: Asked, register: Register) {
  const form = await formOf(request)
  const read = parseForm(form, entryBodies[register])
  if (!read.ok) return formRefused(read.answer)
  const placeId = form.get('placeId')
  const outcome = await addTrainingEntry(ctx, { register, placeId: typeof placeId === 'string' ? placeId : '', body: read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`${addresses[register]}?done=added`)
}

/** What the form of an entry asks for: that it says something else, or is taken out. */
export async function changeEntry(ctx: Signed, request: Asked, register: Register, id: string) {
  if ((await findEntry(actorScope(ctx, 'supervise'), register, id)) === null) throw new NotFound()
  const form = await formOf(request)
  if (form.get('act') === 'end') {
    const read = parseForm(form, ending)
    if (!read.ok) return formRefused({ ...read.answer, values: { ...read.answer.values, act: 'end' } })
    const ended = await endTrainingEntry(ctx, { register, id, ...read.value })
    return isRefused(ended) ? refusedForm(ended, form) : redirect(`${addresses[register]}?done=ended`)
  }
  const read = parseForm(form, entryBodies[register])
  if (!read.ok) return formRefused(read.answer)
  const outcome = await changeTrainingEntry(ctx, { register, id, seen: Number(form.get('seen')), body: read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`${addresses[register]}?done=changed`)
}
