import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db } from '~/data/db.server'
import { countWaiting } from '~/data/org/joins.server'
import { findManagedUnit, findSlipHolder, worksAt } from '~/data/org/people.server'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { settings } from '~/env.server'
import { actorScope } from '~/http/context.server'
import { formOf, refusedForm } from '~/http/forms.server'
import { param, requireFreshPassword, serve } from '~/http/serve.server'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { Slip } from '~/ui/org/people/slip'
import { UnitFrame } from '~/ui/org/people/unit-frame'
import { titled } from '~/ui/shell/title'
import { issueSlip } from '~/usecases/org/issue-slip.server'

export const loader = serve('manager', async (ctx, { request, params }) => {
  const scope = actorScope(ctx, 'manage')
  const unit = await findManagedUnit(scope, param(params, 'unitId'))
  const holder = unit && (await findSlipHolder(db(), param(params, 'accountId')))
  if (!unit || !holder || !(await worksAt(db(), unit.id, holder.person.id, ctx.today))) throw new NotFound()
  requireFreshPassword(ctx, request)
  return {
    unit: { id: unit.id, name: unit.name, waiting: await countWaiting(scope, unit.id) },
    person: { id: holder.person.id, name: holder.person.name },
    hasPassword: holder.passwordHash !== null,
  }
})

export const action = serve('manager', async (ctx, { request, params }) => {
  requireFreshPassword(ctx, request)
  const typed = await formOf(request)
  const reset = typed.get('intent') === 'reset'
  const outcome = await issueSlip(ctx, { unitId: param(params, 'unitId'), accountId: param(params, 'accountId'), reset })
  if (isRefused(outcome)) return refusedForm(outcome, typed)
  const { code, name, logins, expiresAt } = outcome
  return data({
    slip: { code, name, logins, until: instantText(expiresAt, ctx.locale), address: `${settings().publicUrl}/sign-in/slip` },
  })
})

export const handle = titled<typeof loader>((t, { person }) => t('people:slip.title', { name: person.name }))

export default function Slips() {
  const { unit, person, hasPassword } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('people')
  if (answer && 'slip' in answer)
    return (
      <UnitFrame unit={unit} title={t('slip.ready')} here="people" paper>
        <Slip unit={unit.name} back={`/units/${unit.id}/people/${person.id}`} {...answer.slip} />
      </UnitFrame>
    )
  return (
    <UnitFrame unit={unit} title={t('slip.title', { name: person.name })} here="people">
      <div className="mt-4 max-w-measure">
        <p>{t('slip.lead')}</p>
        <form method="post" className="mt-6">
          <FormErrors answer={answer} />
          <Button weight="primary" name="intent" value="issue">
            {t('slip.issue')}
          </Button>
          {hasPassword && (
            <div className="mt-8 border-t border-line pt-6">
              <p>{t('slip.resetText')}</p>
              <Button weight="danger" name="intent" value="reset" className="mt-3">
                {t('slip.reset')}
              </Button>
            </div>
          )}
        </form>
      </div>
    </UnitFrame>
  )
}
