import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dutyTitle, positionName } from '~/content/duty-lines.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { findUnit } from '~/data/duties/unit-clearance.server'
import { type WaivableSubject, waivableAt } from '~/data/duties/waivable.server'
import { findWaivers } from '~/data/duties/waivers.server'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import { useTranslation } from '~/i18n/words'
import { GrantWaiver, WaiverList } from '~/ui/duties/waivers'
import { Notice } from '~/ui/kit/notice'
import { titled } from '~/ui/shell/title'
import { rulesNow } from '~/usecases/duties/duties-now.server'
import { endWaiver } from '~/usecases/duties/end-waiver.server'
import { grantWaiver } from '~/usecases/duties/grant-waiver.server'

const day = z.string('org:error.day.missing').max(20, 'org:error.day.notADay')
const granting = z.object({
  dutyId: z.string('duties:waive.refusal.notWaivable'),
  subjectId: z.string('duties:waive.refusal.notBound'),
  from: day,
  through: day,
  reason: z.string('org:error.reasonMissing').max(200, 'org:error.reasonLong'),
})

const subjectLabel = ({ name, position }: WaivableSubject, locale: Locale) =>
  position === null ? name : `${name} · ${positionName(position, locale)}`

export const loader = serve('supervisor', async (ctx, { request, params }) => {
  const unit = await findUnit(actorScope(ctx, 'supervise'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  const query = readQuery(request)
  const rules = rulesNow()
  const waivable = waivableAt(unit, rules, ctx.today)
  const chosen = waivable.find(({ duty }) => duty.id === query.text('duty')) ?? null
  const waivers = await findWaivers(unit)
  const names = findSubjectNames(waivers.map(({ subjectId }) => subjectId))
  const today = formatDay(ctx.today)
  return {
    unit: { id: unit.id, name: unit.name, place: unit.place.name },
    done: query.oneOf('done', ['granted', 'ended'] as const),
    today,
    duties: waivable.map(({ duty }) => ({ value: duty.id, label: dutyTitle(duty.id, ctx.locale) })),
    chosen: chosen && {
      id: chosen.duty.id,
      title: dutyTitle(chosen.duty.id, ctx.locale),
      subjects: chosen.subjects.map((subject) => ({ value: subject.id, label: subjectLabel(subject, ctx.locale) })),
    },
    waivers: waivers.map(({ id, dutyId, subjectId, from, through, reason }) => ({
      id,
      title: dutyTitle(dutyId, ctx.locale),
      name: names.get(subjectId) ?? '',
      from,
      through,
      reason,
      isOver: through < today,
    })),
  }
})

export const action = serve('supervisor', async (ctx, { request, params }) => {
  const unitId = param(params, 'unitId')
  const here = `/street/units/${unitId}/waivers`
  const ending = readQuery(request).text('end')
  if (ending !== null) {
    await endWaiver(ctx, { unitId, waiverId: ending })
    return redirect(`${here}?done=ended`)
  }
  const form = await formOf(request)
  const read = parseForm(form, granting)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await grantWaiver(ctx, { unitId, ...read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`${here}?done=granted`)
})

export const handle = titled<typeof loader>((t, { unit }) => `${unit.name} · ${t('duties:waive.title')}`)

export default function Waivers() {
  const { unit, done, today, duties, chosen, waivers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('duties')
  return (
    <>
      <p className="no-print mb-2">
        <a href={`/street/units/${unit.id}`} className="inline-flex min-h-touch items-center">
          {t('waive.back', { unit: unit.name })}
        </a>
      </p>
      {done && (
        <Notice kind="done" live>
          {t(`waive.done.${done}`)}
        </Notice>
      )}
      <p className="text-ink2">
        {unit.name} · {unit.place}
      </p>
      <h1 className="mt-1">
        {t(waivers.some(({ isOver }) => !isOver) ? 'waive.some' : 'waive.none', { n: waivers.filter(({ isOver }) => !isOver).length })}
      </h1>
      <p className="mt-3 max-w-measure text-ink2">{t('waive.lead')}</p>
      <WaiverList waivers={waivers} />
      <GrantWaiver duties={duties} chosen={chosen} today={today} answer={answer} />
    </>
  )
}
