import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { encode } from 'uqr'
import { findJoinCode } from '~/data/org/join-codes.server'
import { countWaiting } from '~/data/org/joins.server'
import { findManagedUnit } from '~/data/org/people.server'
import { formatDay, parseDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, refuse } from '~/domain/shared/refusal'
import { settings } from '~/env.server'
import { actorScope } from '~/http/context.server'
import { formOf, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { printed } from '~/paths'
import { Empty, Notice } from '~/ui/kit/notice'
import { JoinPoster } from '~/ui/org/people/join-poster'
import { RenewCode } from '~/ui/org/people/renew-code'
import { UnitFrame } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { renewJoinCode } from '~/usecases/org/renew-join-code.server'

/** Error level H: eight in a hundred may be covered anywhere. The quiet zone of four modules is part of the picture. */
const modulesOf = (text: string): boolean[][] => encode(text, { ecc: 'H', border: 4 }).data

export const loader = serve('manager', async (ctx, { request, params }) => {
  const scope = actorScope(ctx, 'manage')
  const unit = await findManagedUnit(scope, param(params, 'unitId'))
  if (!unit) throw new NotFound()
  const found = await findJoinCode(scope, unit.id)
  const expired = found?.expiresOn != null && found.expiresOn < formatDay(ctx.today)
  const address = found && settings().publicUrl + printed.unit(found.code)
  return {
    unit: { id: unit.id, name: unit.name, waiting: await countWaiting(scope, unit.id) },
    done: new URL(request.url).searchParams.get('done') === 'renewed',
    expired,
    today: formatDay(ctx.today),
    expiresOn: found?.expiresOn ? dayText(found.expiresOn, ctx.locale) : null,
    poster: found && address && !expired ? { code: found.code, address, modules: modulesOf(address) } : null,
  }
})

export const action = serve('manager', async (ctx, { request, params }) => {
  const unitId = param(params, 'unitId')
  const typed = await formOf(request)
  const text = String(typed.get('expiresOn') ?? '')
  const expiresOn = text === '' ? null : parseDay(text)
  if (text !== '' && expiresOn === null) return refusedForm(refuse('people:error.start.notADay', 'expiresOn'), typed)
  const outcome = await renewJoinCode(ctx, { unitId, expiresOn })
  if (isRefused(outcome)) return refusedForm(outcome, typed)
  throw redirect(`/units/${unitId}/join-code?done=renewed`)
})

export const handle = titled<typeof loader>((t, { unit }) => `${t('people:code.title')} · ${unit.name}`)

export default function JoinCode() {
  const { unit, done, expired, today, expiresOn, poster } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('people')
  return (
    <UnitFrame unit={unit} title={t('code.title')} here="join-code" paper>
      <div className="no-print mt-4 max-w-measure">
        {done && <Notice kind="done" title={t('code.renewed')} live />}
        {poster ? (
          <p>{t('code.lead')}</p>
        ) : (
          <Empty title={expired ? t('code.expired') : t('code.none')}>
            <p>{t('code.noneText')}</p>
          </Empty>
        )}
      </div>
      {poster && <JoinPoster unit={unit.name} expiresOn={expiresOn} {...poster} />}
      <RenewCode exists={poster !== null} answer={answer} today={today} />
    </UnitFrame>
  )
}
