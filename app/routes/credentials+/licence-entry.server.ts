import { redirect } from '@remix-run/node'
import { allLicenceKinds, inForceOn } from '~/content/licences.server'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import type { Asked } from '~/http/asked.server'
import { refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import { formWithPhotograph } from '~/http/upload.server'
import { enterLicence } from '~/usecases/credentials/enter-licence.server'
import { getEntryHolder, getReachedLicence } from '~/usecases/credentials/reached-licence.server'
import { noteLicenceNumberSeen } from '~/usecases/personal/note-number-seen.server'
import { cardRefused, kindChoices, typedCard, valuesOf } from './licence-forms.server'

type At = { unitId: string; personId: string } | null

/** What a form of a new licence begins with: the kind from the address, and what is printed on the one it takes the place of. */
export async function entryPage(ctx: Signed, request: Asked, at: At) {
  const query = readQuery(request)
  const holder = getEntryHolder(ctx, at)
  const replaces = query.text('replaces')
  const before = replaces === null ? null : getReachedLicence(ctx, replaces, at === null ? 'own' : 'manage').licence
  const kinds = kindChoices(ctx.locale)
  const wanted = before?.kind ?? query.text('kind')
  const kind = kinds.find(({ id }) => id === wanted) ?? null
  if (before !== null && kind === null) throw new NotFound()
  if (before !== null && at !== null && holder.id !== ctx.actor.personId)
    await noteLicenceNumberSeen(ctx, { personId: holder.id, unitId: at.unitId })
  const { number = '', item = '', level = '', direction = '', issuer = '' } = before === null ? {} : valuesOf(before)
  const unconfirmed = inForceOn(allLicenceKinds().get(kind?.id ?? '')?.unconfirmed ?? [], ctx.today).map(({ says }) => says[ctx.locale])
  const values: Record<string, string> = { printedName: holder.name, number, item, level, direction, issuer }
  return { holder, kind, kinds, replaces: before?.id ?? null, unconfirmed, values }
}

/** Enters what was sent, and leads to it; else what was typed comes back with the reasons. */
export async function enterSent(ctx: Signed, request: Asked, at: At, hrefOf: (id: string) => string) {
  const query = readQuery(request)
  const sent = await formWithPhotograph(request)
  if (isRefused(sent)) return refusedForm(sent, new FormData())
  const replaces = query.text('replaces')
  const before = replaces === null ? null : getReachedLicence(ctx, replaces, at === null ? 'own' : 'manage').licence
  const kind = before?.kind ?? query.text('kind') ?? ''
  const outcome = await enterLicence(ctx, { at, kind, typed: typedCard(sent.form), photo: sent.photo, replaces })
  if (outcome.kind !== 'entered') return cardRefused(outcome, sent.form)
  return redirect(`${hrefOf(outcome.id)}?done=${replaces === null ? 'entered' : 'replaced'}`)
}
