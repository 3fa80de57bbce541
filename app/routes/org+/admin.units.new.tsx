import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import { wordOptions } from '~/content/word-options.server'
import { findPlaces } from '~/data/org/places.server'
import { placeTree } from '~/domain/org/place-tree'
import { formatDay } from '~/domain/shared/day'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { Field, Select } from '~/ui/kit/field'
import { ActForm } from '~/ui/org/act-form'
import { AdminFrame } from '~/ui/org/admin-frame'
import { Checks } from '~/ui/org/checks'
import { titled } from '~/ui/shell/title'
import { addUnit } from '~/usecases/org/add-unit.server'

const wish = z.object({
  name: z.string('org:error.nameMissing').max(100, 'org:error.nameLong'),
  placeId: z.string('org:error.placeMissing'),
  sector: z.string('org:error.sectorMissing'),
  from: z.string('org:error.day.missing'),
  traits: z.array(z.string()).optional(),
})

export const loader = serve('administrator', (ctx, { request }) => {
  const { sectors, traits } = catalogue().vocabulary
  const tree = placeTree(findPlaces())
  if (tree.length === 0) throw redirect('/admin/places')
  return {
    today: formatDay(ctx.today),
    place: readQuery(request).text('place') ?? '',
    places: tree.map(({ id, name, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${name}` })),
    sectors: wordOptions(sectors, ctx.locale),
    traits: wordOptions(traits, ctx.locale),
  }
})

export const action = serve('administrator', async (ctx, { request }) => {
  const form = await formOf(request)
  const read = parseForm(form, wish)
  const chosen = form.getAll('traits').flatMap((value) => (typeof value === 'string' ? [value] : []))
  const keepTraits = { traits: chosen.join(' ') }
  if (!read.ok) return formRefused({ ...read.answer, values: { ...read.answer.values, ...keepTraits } })
  const outcome = await addUnit(ctx, { ...read.value, traits: read.value.traits ?? [] })
  if (!isRefused(outcome)) return redirect(`/admin/units/${outcome.id}?done=unitAdded`)
  const refused = refusedForm(outcome, form)
  return formRefused({ ...refused.data, values: { ...refused.data.values, ...keepTraits } })
})

export const handle = titled<typeof loader>((t) => t('org:unit.new.title'))

export default function NewUnit() {
  const { today, place, places, sectors, traits } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('org')
  return (
    <AdminFrame title={t('unit.new.title')} lead={t('unit.new.lead')} back={{ href: '/admin/units', label: t('unit.all') }}>
      <ActForm answer={answer} submit={t('unit.add')} back="/admin/units">
        <Field
          name="name"
          label={t('unit.name')}
          hint={t('unit.new.nameHint')}
          answer={answer}
          required
          maxLength={100}
          autoComplete="off"
        />
        <Select name="placeId" label={t('unit.place')} value={place} options={places} empty={t('choose')} answer={answer} required />
        <Select name="sector" label={t('unit.sector')} options={sectors} empty={t('choose')} answer={answer} required />
        <Field name="from" label={t('unit.new.from')} hint={t('unit.new.fromHint')} type="date" value={today} answer={answer} required />
        <Checks
          name="traits"
          legend={t('unit.traits')}
          hint={t('unit.new.traitsHint')}
          options={traits}
          chosen={answer?.values.traits?.split(' ') ?? []}
          answer={answer}
        />
      </ActForm>
    </AdminFrame>
  )
}
