import { redirect } from '@remix-run/node'
import { isRefused } from '~/domain/shared/refusal'
import { formOf } from '~/http/forms.server'
import { param, serve } from '~/http/serve.server'
import { translator } from '~/i18n/translator'
import { handInSheet } from '~/usecases/practicals/hand-in-sheet.server'
import { readSheetForm } from './sheet-form.server'

export const loader = serve('person', (_ctx, { params }) => redirect(`/practicals/${param(params, 'id')}`))

/**
 * Where the phone's script sends an observer's marks; it may send the same again. `stays`: it is kept on the phone, because somebody
 * else has to sign in to hand it in.
 */
export const action = serve('person', async (ctx, { request, params }) => {
  const wish = readSheetForm(await formOf(request), param(params, 'id'))
  const { t } = translator(ctx.locale)
  const outcome = wish === null ? null : await handInSheet(ctx.actor, wish, ctx.now)
  if (outcome === null) return Response.json({ kind: 'refused', words: t('practicals:refusal.unreadable'), stays: false })
  if (!isRefused(outcome)) return Response.json(outcome)
  const { reason, values = {} } = outcome
  return Response.json({ kind: 'refused', words: t(reason, values), stays: reason === 'practicals:refusal.otherObserver' })
})
