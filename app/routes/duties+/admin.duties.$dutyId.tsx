import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { adoptable } from '~/content/adoptable.server'
import { findAdoptions } from '~/data/duties/adoptions.server'
import { findPlaces } from '~/data/org/places.server'
import { placeTree } from '~/domain/org/place-tree'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Field, Select } from '~/ui/kit/field'
import { ActForm } from '~/ui/org/act-form'
import { AdminFrame } from '~/ui/org/admin-frame'
import { titled } from '~/ui/shell/title'
import { adoptDuty } from '~/usecases/duties/adopt-duty.server'
import { endAdoption } from '~/usecases/duties/end-adoption.server'

const day = z.string('org:error.day.missing').max(20, 'org:error.day.notADay')
const switchedOn = z.object({ placeId: z.string('org:error.placeMissing'), from: day })
const ended = z.object({ lastDay: day })

export const loader = serve('administrator', async (ctx, { request, params }) => {
  const duty = adoptable(param(params, 'dutyId'), ctx.locale)
  if (duty === null) throw new NotFound()
  const adoptions = await findAdoptions(duty.id)
  const ending = readQuery(request).text('end')
  return {
    duty,
    adoptions: adoptions.map(({ id, place, from, to }) => ({ id, name: place.name, from, to })),
    ending: adoptions.find(({ id, to }) => id === ending && to === null)?.id ?? null,
    places: placeTree(findPlaces()).map(({ id, fullName }) => ({ value: id, label: fullName })),
    today: formatDay(ctx.today),
  }
})

export const action = serve('administrator', async (ctx, { request, params }) => {
  const dutyId = param(params, 'dutyId')
  const adoptionId = readQuery(request).text('end')
  const form = await formOf(request)
  if (adoptionId !== null) {
    const read = parseForm(form, ended)
    if (!read.ok) return formRefused(read.answer)
    const outcome = await endAdoption(ctx, { adoptionId, lastDay: read.value.lastDay })
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect('/admin/duties?done=adoptionEnded')
  }
  const read = parseForm(form, switchedOn)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await adoptDuty(ctx, { dutyId, ...read.value })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect('/admin/duties?done=dutyAdopted')
})

export const handle = titled<typeof loader>((t, { duty }) => `${duty.title} · ${t('duties:adopt.title')}`)

export default function AdoptableDuty() {
  const { duty, adoptions, ending, places, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('duties')
  const here = `/admin/duties/${duty.id}`
  return (
    <AdminFrame title={duty.title} lead={duty.plain} back={{ href: '/admin/duties', label: t('adopt.back') }}>
      <p>
        <a href={`/duties/${duty.id}`} className="inline-flex min-h-touch items-center">
          {t('adopt.read', { of: duty.of })}
        </a>
      </p>
      <section aria-labelledby="on" className="mt-6">
        <h2 id="on" className="text-18">
          {t('adopt.where')}
        </h2>
        {adoptions.length === 0 && <p className="mt-2 text-ink2">{t('adopt.nowhere')}</p>}
        <ul className="mt-2">
          {adoptions.map((adoption) => (
            <li key={adoption.id} className="border-b border-line py-3">
              <Adopted adoption={adoption} endHref={`${here}?end=${adoption.id}`} />
              {ending === adoption.id && (
                <div className="mt-3">
                  <ActForm answer={answer} submit={t('adopt.end')} back={here}>
                    <Field
                      name="lastDay"
                      type="date"
                      label={t('adopt.lastDay')}
                      hint={t('adopt.lastDayHint')}
                      value={today}
                      answer={answer}
                      required
                    />
                  </ActForm>
                </div>
              )}
            </li>
          ))}
        </ul>
      </section>
      {ending === null && (
        <section aria-labelledby="add" className="mt-8">
          <h2 id="add" className="mb-4 text-18">
            {t('adopt.add')}
          </h2>
          <ActForm answer={answer} submit={t('adopt.submit')}>
            <Select name="placeId" label={t('adopt.place')} hint={t('adopt.placeHint')} options={places} answer={answer} required />
            <Field name="from" type="date" label={t('adopt.from')} hint={t('adopt.fromHint')} value={today} answer={answer} required />
          </ActForm>
        </section>
      )}
    </AdminFrame>
  )
}

function Adopted({ adoption, endHref }: { adoption: { name: string; from: string; to: string | null }; endHref: string }) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  const { name, from, to } = adoption
  if (to !== null) return <p className="text-ink2">{t('adopt.was', { name, from: dayText(from, locale), to: dayText(to, locale) })}</p>
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-6">
      <span>{t('adopt.since', { name, day: dayText(from, locale) })}</span>
      <a href={endHref} className="inline-flex min-h-touch items-center">
        {t('adopt.endLink')}
      </a>
    </p>
  )
}
