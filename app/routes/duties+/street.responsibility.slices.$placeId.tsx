import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { positionName } from '~/content/duty-lines.server'
import { findSlices } from '~/data/duties/slices.server'
import { findTips } from '~/data/duties/tips.server'
import { findPlace } from '~/data/org/places.server'
import { seesWholePlace } from '~/domain/org/place-scope'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { actorScope } from '~/http/context.server'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, type Signed, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { GivenList } from '~/ui/duties/responsibility/given-list'
import type { VillagePage } from '~/ui/duties/responsibility/slices'
import { SubPage } from '~/ui/duties/responsibility/sub-page'
import { TipForm, TipList } from '~/ui/duties/responsibility/tips'
import { titled } from '~/ui/shell/title'
import { endSlice } from '~/usecases/duties/end-slice.server'
import { sendTip } from '~/usecases/duties/send-tip.server'
import { givenOf } from './responsibility-given.server'
import { shownTips, sliceState } from './slices.server'
import { tipForm } from './tip-form.server'

const ended = z.object({ lastDay: z.string('org:error.day.missing').max(20, 'org:error.day.notADay') })

async function villageInSight(ctx: Signed, id: string) {
  const place = await findPlace(id)
  if (place?.kind !== 'community' || !seesWholePlace(actorScope(ctx, 'supervise'), place.path)) throw new NotFound()
  return place
}

export const loader = serve('supervisor', async (ctx, { request, params }): Promise<VillagePage> => {
  const place = await villageInSight(ctx, param(params, 'placeId'))
  const rows = await findSlices([place.id])
  return {
    place: { id: place.id, name: place.name },
    search: place.parentId === null ? '' : `place=${place.parentId}`,
    today: formatDay(ctx.today),
    guides: rows.filter((row) => sliceState(row, ctx.today) === 'holds').length,
    given: givenOf(rows, ctx.today, ({ post, assignedBy }) => ({
      what: post.person.name,
      more: `${positionName(post.position, ctx.locale)} · ${post.unit.name}`,
      by: assignedBy,
    })),
    tips: shownTips(await findTips([place.id], ctx.today, 30)),
    ending: readQuery(request).text('end'),
  }
})

export const action = serve('supervisor', async (ctx, { request, params }) => {
  const place = await villageInSight(ctx, param(params, 'placeId'))
  const here = `/street/responsibility/slices/${place.id}`
  const sliceId = readQuery(request).text('end')
  const form = await formOf(request)
  if (sliceId !== null) {
    const read = parseForm(form, ended)
    if (!read.ok) return formRefused(read.answer)
    const outcome = await endSlice(ctx, { placeId: place.id, sliceId, ...read.value })
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`${here}?done=sliceEnded`)
  }
  const read = parseForm(form, tipForm)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await sendTip(ctx, { ...read.value, placeIds: [place.id] })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`${here}?done=tipSent`)
})

export const handle = titled<typeof loader>((t, { place }) => `${place.name} · ${t('duties:responsibility.tab.slices')}`)

export default function Village() {
  const { place, search, today, given, guides, tips, ending } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('duties')
  return (
    <SubPage
      search={search}
      back={{ href: `/street/responsibility/slices?${search}`, label: t('responsibility.slices.back') }}
      about={place.name}
      title={t(guides === 0 ? 'responsibility.slices.villageNone' : 'responsibility.slices.villageSome', { count: guides })}
    >
      <p className="no-print mt-2">
        <a href={`/street/responsibility/slices/new?place=${place.id}`} className="inline-flex min-h-touch items-center">
          {t('responsibility.slices.assign')}
        </a>
      </p>
      <GivenList given={given} ending={ending} search="" answer={answer} isOurs />
      <TipList tips={tips} />
      {ending === null && <TipForm villages={null} today={today} answer={answer} />}
    </SubPage>
  )
}
