import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findLicenceRules } from '~/data/credentials/licence-rules.server'
import { findPlaces } from '~/data/org/places.server'
import { licenceRuleKinds } from '~/domain/credentials/licence-rules'
import { placeTree } from '~/domain/org/place-tree'
import { formatDay } from '~/domain/shared/day'
import { isRefused, refuse } from '~/domain/shared/refusal'
import { formOf, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { AddRule, RuleList } from '~/ui/credentials/licences/rules'
import { Notice } from '~/ui/kit/notice'
import { titled } from '~/ui/shell/title'
import { addLicenceRule, endLicenceRule } from '~/usecases/credentials/set-licence-rule.server'
import { textOf } from './licence-forms.server'

export const loader = serve('administrator', (ctx, { request }) => ({
  today: formatDay(ctx.today),
  done: readQuery(request).oneOf('done', ['added', 'ended'] as const),
  places: placeTree(findPlaces()).map(({ id, name, depth }) => ({ value: id, label: `${'　'.repeat(depth)}${name}` })),
  rules: findLicenceRules().map(({ id, kind, placeName, from, to, reason }) => ({
    id,
    kind,
    placeName,
    from: formatDay(from),
    to: to === null ? null : formatDay(to),
    reason,
    state: to !== null && to < ctx.today ? ('over' as const) : from > ctx.today ? ('coming' as const) : ('inForce' as const),
    canEnd: to === null,
  })),
}))

export const action = serve('administrator', async (ctx, { request }) => {
  const form = await formOf(request)
  const ending = textOf(form, 'end')
  if (ending !== '') {
    const outcome = await endLicenceRule(ctx, ending)
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect('/admin/licence-rules?done=ended')
  }
  const kind = licenceRuleKinds.find((one) => one === textOf(form, 'kind'))
  if (kind === undefined) return refusedForm(refuse('licences:rules.noKind', 'kind'), form)
  const wish = { placeId: textOf(form, 'placeId'), kind, from: textOf(form, 'from'), reason: textOf(form, 'reason').slice(0, 200) }
  const outcome = await addLicenceRule(ctx, wish)
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect('/admin/licence-rules?done=added')
})

export const handle = titled<typeof loader>((t) => t('licences:rules.title'))

export default function LicenceRules() {
  const { today, done, places, rules } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('licences')
  const inForce = rules.filter(({ state }) => state === 'inForce').length
  return (
    <>
      {done !== null && (
        <Notice kind="done" live>
          {t(`rules.done.${done}`)}
        </Notice>
      )}
      <h1>{t(inForce === 0 ? 'rules.none' : 'rules.some', { count: inForce })}</h1>
      <p className="mt-3 max-w-measure text-ink2">{t('rules.lead')}</p>
      <RuleList rules={rules} />
      <AddRule places={places} kinds={[...licenceRuleKinds]} today={today} answer={answer} />
    </>
  )
}
