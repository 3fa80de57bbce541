import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { positionName } from '~/content/duty-lines.server'
import { postHolders } from '~/data/duties/posts-held.server'
import { findSlices } from '~/data/duties/slices.server'
import { findUnits } from '~/data/duties/unit-clearance.server'
import { guidePositions } from '~/domain/org/guiding'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import type { SliceForm } from '~/ui/duties/responsibility/slices'
import { SubPage } from '~/ui/duties/responsibility/sub-page'
import { Field, Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import { ActForm } from '~/ui/org/act-form'
import { Checks } from '~/ui/org/checks'
import { titled } from '~/ui/shell/title'
import { assignSlices } from '~/usecases/duties/assign-slices.server'
import { responsibilityQuestion } from './responsibility-frame.server'
import { sliceState } from './slices.server'

const assigned = z.object({
  postId: z.string('duties:responsibility.refusal.noGuide'),
  from: z.string('org:error.day.missing').max(20, 'org:error.day.notADay'),
  placeIds: z.array(z.string()).default([]),
})

export const loader = serve('supervisor', async (ctx, { request }): Promise<SliceForm> => {
  const { scope, place, below, frame } = responsibilityQuestion(ctx, request)
  if (place === null || !frame.isWhole) throw new NotFound()
  const villages = below.filter(({ kind }) => kind === 'community')
  const slices = await findSlices(villages.map(({ id }) => id))
  const guided = new Set(slices.filter((row) => sliceState(row, ctx.today) === 'holds').map(({ placeId }) => placeId))
  const units = await findUnits(scope, ctx.today)
  return {
    guides: postHolders(units, ctx.today, guidePositions).map(({ id, name, unit, position }) => ({
      value: id,
      label: `${name} · ${positionName(position, ctx.locale)}`,
      group: unit,
    })),
    villages: [...villages.filter(({ id }) => !guided.has(id)), ...villages.filter(({ id }) => guided.has(id))].map(({ id, name }) => ({
      value: id,
      label: name,
    })),
    chosen: [],
    today: frame.today,
    search: `place=${place.id}`,
  }
})

export const action = serve('supervisor', async (ctx, { request }) => {
  const { place } = responsibilityQuestion(ctx, request)
  const form = await formOf(request)
  const read = parseForm(form, assigned)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await assignSlices(ctx, read.value)
  if (isRefused(outcome)) return refusedForm(outcome, form)
  return redirect(`/street/responsibility/slices?place=${place?.id ?? ''}&done=slicesAssigned`)
})

export const handle = titled<typeof loader>((t) => t('duties:responsibility.slices.assign'))

export default function NewSlices() {
  const { guides, villages, today, search } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('duties')
  return (
    <SubPage
      search={search}
      back={{ href: `/street/responsibility/slices?${search}`, label: t('responsibility.slices.back') }}
      about={t('responsibility.tab.slices')}
      title={t('responsibility.slices.assignTitle')}
    >
      {guides.length === 0 || villages.length === 0 ? (
        <Empty title={t('responsibility.slices.noGuidesTitle')}>{t('responsibility.slices.noGuides')}</Empty>
      ) : (
        <div className="mt-6">
          <ActForm answer={answer} submit={t('responsibility.slices.submit')}>
            <Select name="postId" label={t('responsibility.slices.whom')} options={guides} answer={answer} required />
            <Field name="from" type="date" label={t('responsibility.from')} value={today} answer={answer} required />
            <Checks
              name="placeIds"
              legend={t('responsibility.slices.which')}
              hint={t('responsibility.slices.whichHint')}
              options={villages}
              answer={answer}
            />
          </ActForm>
        </div>
      )}
    </SubPage>
  )
}
