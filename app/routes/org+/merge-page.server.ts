import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { positionName } from '~/content/position-words.server'
import { findAlike } from '~/data/org/person-merges.server'
import type { Scope } from '~/domain/accounts/scope'
import { maskedPhone } from '~/domain/org/phone'
import { isRefused } from '~/domain/shared/refusal'
import type { Asked } from '~/http/asked.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { dayText } from '~/i18n/format'
import type { AlikeRecord } from '~/ui/org/people/merge-people'
import { mergePeople } from '~/usecases/org/merge-people.server'

const merging = z.object({
  goneId: z.string('people:merge.refusal.nobody').max(60, 'people:merge.refusal.nobody'),
  typed: z.string('org:error.typedMissing').max(200, 'org:error.typedMissing'),
})

/** The records that may go into this one, as far as the reader's units know them. */
export async function alikeTo(
  scope: Scope,
  person: { id: string; name: string; phone: string | null },
  unitId: string | null,
  locale: Locale,
): Promise<AlikeRecord[]> {
  return (await findAlike(scope, person, unitId)).map(({ id, name, phone, account, posts }) => ({
    id,
    name,
    phone: phone === null ? null : maskedPhone(phone),
    staffNumber: account?.staffNumber ?? null,
    posts: posts.map((post) => ({
      id: post.id,
      position: positionName(post.position, locale),
      unit: post.unit.name,
      from: dayText(post.from, locale),
      to: post.to === null ? null : dayText(post.to, locale),
    })),
  }))
}

/** Merges what the form names into the kept record and goes to `back`, or shows the form again. */
export async function mergeInto(ctx: Signed, request: Asked, kept: { unitId: string | null; keptId: string }, back: string) {
  const form = await formOf(request)
  const read = parseForm(form, merging)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await mergePeople(ctx, { ...kept, ...read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(back)
}
