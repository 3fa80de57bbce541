import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readPermit } from '~/data/hotwork/permits.server'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { formOf } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { HotWorkFrame } from '~/ui/hotwork/frame'
import { NextAct } from '~/ui/hotwork/next-act'
import { OtherActs } from '~/ui/hotwork/other-acts'
import { PermitPage } from '~/ui/hotwork/permit-page'
import { PermitSheet } from '~/ui/hotwork/permit-sheet'
import { Notice } from '~/ui/kit/notice'
import { titled } from '~/ui/shell/title'
import { repeatPermit } from '~/usecases/hotwork/repeat-permit.server'
import { getSite } from '~/usecases/hotwork/site.server'
import { ofWholeForm, refusedInWords } from './hot-work-words.server'
import { actFields, actOn } from './permit-acts.server'
import { permitView } from './permit-page.server'

export const meta: MetaFunction = () => [{ name: 'robots', content: 'noindex' }]

export const loader = serve('person', async (ctx, { request, params }) => {
  const site = await getSite(ctx, param(params, 'unitId'))
  const permit = await readPermit(site.reach, param(params, 'permitId'))
  if (permit === null) throw new NotFound()
  return { permit: permitView(ctx, site, permit), repeatId: newId(ctx.now), done: new URL(request.url).searchParams.get('done') }
})

export const action = serve('person', async (ctx, { request, params }) => {
  const asked = { unitId: param(params, 'unitId'), permitId: param(params, 'permitId') }
  const form = await formOf(request)
  if (form.get('intent') === 'repeat') {
    const outcome = await repeatPermit(ctx, { ...asked, id: String(form.get('id') ?? '') })
    if (isRefused(outcome)) return refusedInWords(ofWholeForm(outcome, actFields), form, ctx.locale)
    throw redirect(`/units/${asked.unitId}/hot-work/${outcome.permitId}?done=repeated`)
  }
  const outcome = await actOn(ctx, asked, form)
  if (isRefused(outcome)) return refusedInWords(ofWholeForm(outcome, actFields), form, ctx.locale)
  throw redirect(`/units/${asked.unitId}/hot-work/${asked.permitId}?done=done`)
})

export const handle = titled<typeof loader>(
  (t, { permit }) => `${t('hotwork:permit.title', { number: permit.number })} · ${permit.unit.name}`,
)

export default function Permit() {
  const { permit, repeatId, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('hotwork')
  return (
    <HotWorkFrame unit={permit.unit} isPermit>
      {done !== null && answer === undefined && ['requested', 'repeated', 'done'].includes(done) && (
        <div className="no-print mb-4">
          <Notice kind="done" title={t(`done.${done}`)} live />
        </div>
      )}
      <PermitPage permit={permit}>
        <NextAct permit={permit} answer={answer} />
      </PermitPage>
      <OtherActs permit={permit} answer={answer} repeatId={repeatId} />
      <PermitSheet permit={permit} />
    </HotWorkFrame>
  )
}
