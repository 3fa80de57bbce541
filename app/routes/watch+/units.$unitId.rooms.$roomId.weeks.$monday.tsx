import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDay, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { mondayOf } from '~/domain/watch/minutes'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { LapsingLicences } from '~/ui/credentials/licences/lapsing-licences'
import { Notice } from '~/ui/kit/notice'
import { titled } from '~/ui/shell/title'
import { WeekView } from '~/ui/watch/week-view'
import { getSeenRoom } from '~/usecases/watch/managed-room.server'
import { roomLapses } from '../credentials+/lapse-views.server'
import { actOnWeek, weekWish } from './week-acts.server'
import { weekPage } from './week-page.server'

/** The Monday in the address; any other day of the week leads to it. */
function readMonday(text: string, base: string) {
  const day = parseDay(text)
  if (day === null) throw new NotFound()
  const monday = mondayOf(day)
  if (monday !== day) throw redirect(`${base}/weeks/${formatDay(monday)}`)
  return monday
}

export const loader = serve('person', async (ctx, { request, params }) => {
  const { room, side } = await getSeenRoom(ctx, param(params, 'unitId'), param(params, 'roomId'))
  const monday = readMonday(param(params, 'monday'), `/units/${room.unitId}/rooms/${room.id}`)
  const query = readQuery(request)
  return {
    lapses: roomLapses({ unitId: room.unitId, side }, ctx),
    page: await weekPage(ctx, room, side, monday, query.text('change')),
    mondayText: dayText(formatDay(monday), ctx.locale),
    done: query.oneOf('done', ['planned', 'removed', 'changed', 'filled', 'swapped'] as const),
    added: Number(query.text('added') ?? '0') || 0,
    left: Number(query.text('left') ?? '0') || 0,
  }
})

export const action = serve('manager', async (ctx, { request, params }) => {
  const at = { unitId: param(params, 'unitId'), roomId: param(params, 'roomId') }
  const monday = readMonday(param(params, 'monday'), `/units/${at.unitId}/rooms/${at.roomId}`)
  const form = await formOf(request)
  const read = parseForm(form, weekWish)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await actOnWeek(ctx, at, monday, read.value, form)
  if (isRefused(outcome)) return refusedForm(outcome, form)
  return redirect(`/units/${at.unitId}/rooms/${at.roomId}/weeks/${formatDay(monday)}?${new URLSearchParams(outcome)}`)
})

export const handle = titled<typeof loader>(
  (t, { page, mondayText }) => `${t('watch:week.title', { day: mondayText })} · ${page.room.name}`,
)

export default function Week() {
  const { page, lapses, done, added, left } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('watch')
  return (
    <>
      {done && (
        <Notice kind={left > 0 ? 'warn' : 'done'} live title={done === 'filled' ? t('done.filled', { n: added }) : t(`done.${done}`)}>
          {done === 'filled' && left > 0 && <p>{t('done.left', { n: left })}</p>}
        </Notice>
      )}
      <WeekView page={page} answer={answer}>
        <LapsingLicences lapses={lapses} more={page.isManager ? `/units/${page.room.unitId}/licences` : null} />
      </WeekView>
    </>
  )
}
