import { useActionData, useLoaderData } from '@remix-run/react'
import { findUnit, joinsWaiting } from '~/data/duties/unit-clearance.server'
import { NotFound } from '~/domain/shared/faults'
import { actorScope } from '~/http/context.server'
import { param, type Signed, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { RegisterView } from '~/ui/credentials/register-view'
import { UnitFrame } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { registerPage } from './register-page.server'
import { printRegister } from './register-print.server'

type Params = Record<string, string | undefined>

async function managedUnit(ctx: Signed, params: Params) {
  const unit = await findUnit(actorScope(ctx, 'manage'), param(params, 'unitId'), ctx.today)
  if (unit === null) throw new NotFound()
  return unit
}

export const loader = serve('manager', async (ctx, { request, params }) => {
  const unit = await managedUnit(ctx, params)
  return {
    unit: { id: unit.id, name: unit.name, waiting: joinsWaiting(unit) },
    register: await registerPage(ctx, request, actorScope(ctx, 'manage'), unit.id),
  }
})

export const action = serve('manager', async (ctx, { request, params }) => {
  const unit = await managedUnit(ctx, params)
  return printRegister(ctx, request, actorScope(ctx, 'manage'), unit.id)
})

export const handle = titled<typeof loader>((t, { unit }) => `${unit.name} · ${t('credentials:register.unitTitle')}`)

export default function UnitRegister() {
  const { unit, register } = useLoaderData<typeof loader>()
  const { t } = useTranslation('credentials')
  return (
    <UnitFrame unit={unit} title={t('register.unitTitle')} here="certificates">
      <div className="mt-6">
        <RegisterView register={register} address={`/units/${unit.id}/certificates`} answer={useActionData<typeof action>()} />
      </div>
    </UnitFrame>
  )
}
