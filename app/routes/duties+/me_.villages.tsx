import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findGuidedPlaces } from '~/data/duties/slices.server'
import { findTips } from '~/data/duties/tips.server'
import { formatDay } from '~/domain/shared/day'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { MyVillagesView } from '~/ui/duties/responsibility/my-villages'
import type { MyVillages } from '~/ui/duties/responsibility/slices'
import { titled } from '~/ui/shell/title'
import { sendTip } from '~/usecases/duties/send-tip.server'
import { lastTipsOf, shownTips } from './slices.server'
import { tipForm } from './tip-form.server'

export const loader = serve('person', async (ctx): Promise<MyVillages> => {
  const villages = findGuidedPlaces(ctx.actor.personId, ctx.today)
  const ids = villages.map(({ id }) => id)
  const tips = await findTips(ids, ctx.today)
  const last = lastTipsOf(tips, ctx.today)
  return {
    today: formatDay(ctx.today),
    villages: villages.map((village) => ({ ...village, tip: last.get(village.id) ?? null })),
    tips: shownTips(tips.slice(0, 30)),
  }
})

export const action = serve('person', async (ctx, { request }) => {
  const form = await formOf(request)
  const read = parseForm(form, tipForm)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await sendTip(ctx, read.value)
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect('/me/villages?done=tipSent')
})

export const handle = titled<typeof loader>((t) => t('duties:responsibility.mine.title'))

export default function MyVillagesPage() {
  const mine = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('duties')
  return (
    <div className="mx-auto max-w-2xl">
      <p className="no-print">
        <a href="/me" className="inline-flex min-h-touch items-center">
          {t('responsibility.mine.back')}
        </a>
      </p>
      <MyVillagesView mine={mine} answer={answer} />
    </div>
  )
}
