import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import { wordFor } from '~/content/word-options.server'
import { findPlaces } from '~/data/org/places.server'
import { countUnits } from '~/data/org/units.server'
import { kindsBelow, placeTree } from '~/domain/org/place-tree'
import { isRefused } from '~/domain/shared/refusal'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import { ActForm } from '~/ui/org/act-form'
import { AdminFrame } from '~/ui/org/admin-frame'
import { DoneNotice } from '~/ui/org/done-notice'
import { PlaceTreeList } from '~/ui/org/place-tree-list'
import { titled } from '~/ui/shell/title'
import { addPlace } from '~/usecases/org/add-place.server'
import { renamePlace } from '~/usecases/org/rename-place.server'

const added = z.object({ name: z.string('org:error.nameMissing').max(60, 'org:error.nameLong'), kind: z.string('org:refusal.place.kind') })
const renamed = added.pick({ name: true })

export const loader = serve('administrator', async (ctx, { request }) => {
  const { placeKinds } = catalogue().vocabulary
  const kinds = [...placeKinds.keys()]
  const query = readQuery(request)
  const wordOf = (id: string) => wordFor(placeKinds, id, ctx.locale)
  const all = findPlaces()
  const unitsBelow = (path: string) => all.reduce((sum, place) => (place.path.startsWith(path) ? sum + place.units : sum), 0)
  const places = placeTree(all).map(({ id, name, kind, depth, path }) => {
    const below = kindsBelow(kinds, kind)
    return {
      id,
      name,
      kindWord: wordOf(kind),
      depth,
      units: unitsBelow(path),
      mayHaveBelow: below.length > 0,
      below: below.map((value) => ({ value, label: wordOf(value) })),
    }
  })
  const find = (name: string) => places.find((place) => place.id === query.text(name)) ?? null
  const units = await countUnits(actorScope(ctx, 'see'))
  return { places, adding: find('add'), renaming: find('rename'), hasUnits: units > 0 }
})

export const action = serve('administrator', async (ctx, { request }) => {
  const query = readQuery(request)
  const form = await formOf(request)
  const renaming = query.text('rename')
  if (renaming !== null) {
    const read = parseForm(form, renamed)
    if (!read.ok) return formRefused(read.answer)
    const outcome = await renamePlace(ctx, { id: renaming, name: read.value.name })
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/admin/places?done=placeRenamed#place-${renaming}`)
  }
  const read = parseForm(form, added)
  if (!read.ok) return formRefused(read.answer)
  const parentId = query.text('add')
  const outcome = await addPlace(ctx, { parentId, ...read.value })
  if (isRefused(outcome)) return refusedForm(outcome, form)
  const under = parentId ?? outcome.id
  return redirect(`/admin/places?done=placeAdded&add=${under}#place-${under}`)
})

export const handle = titled<typeof loader>((t) => t('org:place.title'))

export default function Places() {
  const { places, adding, renaming, hasUnits } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('org')
  if (places.length === 0) return <FirstPlace />
  const name = (
    <Field
      name="name"
      label={t('place.name')}
      answer={answer}
      required
      maxLength={60}
      autoComplete="off"
      {...(renaming ? { value: renaming.name } : {})}
    />
  )
  const form = adding ? (
    <ActForm answer={answer} submit={t('place.add')} back="/admin/places">
      <Select name="kind" label={t('place.kind')} options={adding.below} answer={answer} required />
      {name}
    </ActForm>
  ) : (
    <ActForm answer={answer} submit={t('place.saveName')} back="/admin/places">
      {name}
    </ActForm>
  )
  return (
    <AdminFrame title={t('place.title')} lead={t('place.lead', { total: places.length })}>
      <DoneNotice />
      {places.length === 1 && !adding && <Notice title={t('place.next.street')}>{t('place.next.streetText')}</Notice>}
      {places.length > 1 && !hasUnits && (
        <Notice title={t('place.next.unit')}>
          <p className="mt-3">
            <LinkButton href="/admin/units/new">{t('unit.add')}</LinkButton>
          </p>
        </Notice>
      )}
      <PlaceTreeList places={places} open={(adding ?? renaming)?.id ?? null} form={form} />
    </AdminFrame>
  )
}

function FirstPlace() {
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('org')
  return (
    <AdminFrame title={t('place.first.title')} lead={t('place.first.lead')}>
      <ActForm answer={answer} submit={t('place.first.submit')}>
        <input type="hidden" name="kind" value="county" />
        <Field
          name="name"
          label={t('place.first.name')}
          hint={t('place.first.hint')}
          answer={answer}
          required
          maxLength={60}
          autoComplete="off"
        />
      </ActForm>
    </AdminFrame>
  )
}
