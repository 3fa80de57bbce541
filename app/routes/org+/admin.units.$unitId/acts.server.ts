import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { slipText } from '~/domain/accounts/slip'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused } from '~/domain/shared/refusal'
import { settings } from '~/env.server'
import type { Asked } from '~/http/asked.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import { addManager } from '~/usecases/accounts/add-manager.server'
import { addTrait, endTrait } from '~/usecases/org/change-traits.server'
import { changeUnit } from '~/usecases/org/change-unit.server'
import { closeUnit } from '~/usecases/org/close-unit.server'
import { mergeUnits } from '~/usecases/org/merge-units.server'

/** What one may do to a unit; it stands in the address as `do`. */
export const unitActs = ['basics', 'trait', 'endTrait', 'manager', 'close', 'merge'] as const

const day = z.string('org:error.day.missing').max(20, 'org:error.day.notADay')
const name = z.string('org:error.nameMissing').max(100, 'org:error.nameLong')
const typed = z.string('org:error.typedMissing').max(200, 'org:error.typedMissing')

const forms = {
  basics: z.object({ name, placeId: z.string('org:error.placeMissing'), sector: z.string('org:error.sectorMissing') }),
  trait: z.object({ trait: z.string('org:error.traitMissing'), from: day, to: day.optional() }),
  endTrait: z.object({ to: day }),
  manager: z.object({
    name: z.string('org:error.personNameMissing').max(50, 'org:error.nameLong'),
    phone: z.string('org:error.phone').max(40, 'org:error.phone'),
    position: z.string('org:refusal.manager.unknownPosition'),
    from: day,
  }),
  close: z.object({ lastDay: day, reason: z.string('org:error.reasonMissing').max(200, 'org:error.reasonLong'), typed }),
  merge: z.object({ lastDay: day, typed }),
}

type Done = { kind: string } | Refused

/** Parses the form of one act, does it, and goes back to the unit; or shows the form again with what was typed. */
async function act<S extends z.ZodType>(request: Asked, schema: S, back: string, run: (value: z.output<S>) => Promise<Done>) {
  const form = await formOf(request)
  const read = parseForm(form, schema)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await run(read.value)
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(back)
}

async function makeManager(ctx: Signed, request: Asked, unitId: string) {
  const form = await formOf(request)
  const read = parseForm(form, forms.manager)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await addManager(ctx, { unitId, ...read.value })
  if (isRefused(outcome)) return refusedForm(outcome, form)
  const { name, phone, staffNumber, unitName, code, expiresAt } = outcome
  return {
    slip: {
      name,
      login: phone,
      staffNumber,
      unitName,
      code: slipText(code),
      expiresAt: expiresAt.toISOString(),
      address: `${settings().publicUrl}/sign-in/slip`,
    },
  }
}

export async function actOnUnit(ctx: Signed, request: Asked, unitId: string) {
  const query = readQuery(request)
  const chosen = query.oneOf('do', unitActs)
  const back = (done: string) => `/admin/units/${unitId}?done=${done}`
  switch (chosen) {
    case 'basics':
      return act(request, forms.basics, back('unitChanged'), (value) => changeUnit(ctx, { unitId, ...value }))
    case 'trait':
      return act(request, forms.trait, back('traitAdded'), ({ to, ...value }) => addTrait(ctx, { unitId, ...value, to: to ?? null }))
    case 'endTrait':
      return act(request, forms.endTrait, back('traitEnded'), ({ to }) => endTrait(ctx, { unitId, traitId: query.text('trait') ?? '', to }))
    case 'manager':
      return makeManager(ctx, request, unitId)
    case 'close':
      return act(request, forms.close, back('unitClosed'), (value) => closeUnit(ctx, { unitId, ...value }))
    case 'merge':
      return act(request, forms.merge, back('unitMerged'), (value) =>
        mergeUnits(ctx, { unitId, intoId: query.text('into') ?? '', ...value }),
      )
    case null:
      throw new NotFound()
  }
}
