import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { catalogue } from '~/content/catalogue.server'
import { wordFor } from '~/content/word-options.server'
import { findGrantForPage } from '~/data/accounts/grant-list.server'
import { formatDay } from '~/domain/shared/day'
import { NotFound } from '~/domain/shared/faults'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Field } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import { ActForm } from '~/ui/org/act-form'
import { AdminFrame } from '~/ui/org/admin-frame'
import { Facts } from '~/ui/org/facts'
import { spanText } from '~/ui/org/unit-view'
import { titled } from '~/ui/shell/title'
import { endGrant } from '~/usecases/accounts/end-grant.server'

const ending = z.object({ to: z.string('org:error.day.missing').max(20, 'org:error.day.notADay') })

export const loader = serve('administrator', async (ctx, { params }) => {
  const grant = await findGrantForPage(param(params, 'grantId'))
  if (!grant) throw new NotFound()
  const { sectors } = catalogue().vocabulary
  const today = formatDay(ctx.today)
  const { role, from, to, account, unit, place } = grant
  return {
    role,
    from,
    to,
    today,
    isOver: to !== null && (to < today || to < from),
    isOwn: grant.accountId === ctx.actor.accountId,
    name: account.person.name,
    personId: account.person.id,
    where: unit?.name ?? place?.name ?? null,
    sectors: grant.sectors === '*' ? [] : grant.sectors.map((sector) => wordFor(sectors, sector, ctx.locale)),
  }
})

export const action = serve('administrator', async (ctx, { request, params }) => {
  const form = await formOf(request)
  const read = parseForm(form, ending)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await endGrant(ctx, { grantId: param(params, 'grantId'), to: read.value.to })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect('/admin/grants?done=grantEnded')
})

export const handle = titled<typeof loader>((t, { name }) => t('org:grant.endName', { name }))

export default function EndGrant() {
  const grant = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('org')
  const locale = useLocale()
  return (
    <AdminFrame title={t('grant.endTitle')} back={{ href: '/admin/grants', label: t('grant.back') }}>
      <Facts
        facts={[
          { key: 'who', label: t('grant.who'), value: <a href={`/admin/people/${grant.personId}`}>{grant.name}</a> },
          { key: 'role', label: t('grant.role'), value: t(`role.${grant.role}`) },
          { key: 'where', label: t('grant.where'), value: [grant.where ?? t('grant.everything'), ...grant.sectors].join(' · ') },
          { key: 'when', label: t('grant.when'), value: spanText(t, grant, locale) },
        ]}
      />
      <div className="mt-8">
        {grant.isOver ? (
          <Notice title={t('grant.over')} />
        ) : (
          <ActForm answer={answer} submit={t('grant.end')} back="/admin/grants" weight="danger">
            <p className="mb-5">{t(grant.isOwn ? 'grant.endOwn' : 'grant.endText', { name: grant.name })}</p>
            <Field name="to" label={t('span.last')} hint={t('grant.endHint')} type="date" value={grant.today} answer={answer} required />
          </ActForm>
        )}
      </div>
    </AdminFrame>
  )
}
