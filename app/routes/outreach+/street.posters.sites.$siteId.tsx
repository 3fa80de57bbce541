import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import { SiteView } from '~/ui/outreach/site-view'
import { titled } from '~/ui/shell/title'
import { endSite, restoreSite } from '~/usecases/outreach/end-site.server'
import { handleReport } from '~/usecases/outreach/handle-report.server'
import { getPosterSite } from '~/usecases/outreach/supervised-site.server'
import { hangPosterAgain, takeDownPoster } from '~/usecases/outreach/take-down-poster.server'
import { sitePage } from './site-page.server'

const wish = z.object({
  takeDown: z.string().optional(),
  hangAgain: z.string().optional(),
  handled: z.string().optional(),
  end: z.string().optional(),
  restore: z.string().optional(),
})

export const loader = serve('supervisor', (ctx, { request, params }) => {
  const query = readQuery(request)
  return {
    ...sitePage(ctx, param(params, 'siteId'), request),
    done: query.oneOf('done', ['takenDown', 'hungAgain', 'handled', 'restored'] as const),
    undo: query.text('undo'),
  }
})

export const action = serve('supervisor', async (ctx, { request, params }) => {
  const siteId = param(params, 'siteId')
  const form = await formOf(request)
  const read = parseForm(form, wish)
  if (!read.ok) return formRefused(read.answer)
  const here = `/street/posters/sites/${siteId}`
  const { takeDown, hangAgain, handled, end, restore } = read.value
  if (restore !== undefined) {
    const outcome = await restoreSite(ctx, siteId)
    return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`${here}?done=restored`)
  }
  if (end !== undefined) {
    const { placeId } = getPosterSite(ctx, siteId)
    await endSite(ctx, siteId)
    return redirect(`/street/posters?${new URLSearchParams({ place: placeId, done: 'ended', undo: siteId })}`)
  }
  if (handled !== undefined) await handleReport(ctx, handled)
  if (takeDown !== undefined) await takeDownPoster(ctx, { siteId, codeId: takeDown })
  if (hangAgain !== undefined) await hangPosterAgain(ctx, { siteId, codeId: hangAgain })
  if (takeDown !== undefined) return redirect(`${here}?${new URLSearchParams({ done: 'takenDown', undo: takeDown })}`)
  return redirect(`${here}?done=${hangAgain === undefined ? 'handled' : 'hungAgain'}`)
})

export const handle = titled<typeof loader>((_, { site }) => `${site.name} · ${site.place.name}`)

export default function Site() {
  const { done, undo, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('outreach')
  return (
    <>
      {done && (
        <Notice kind="done" live title={t(`site.done.${done}`)}>
          {done === 'takenDown' && undo !== null && (
            <form method="post">
              <Button name="hangAgain" value={undo}>
                {t('place.undo')}
              </Button>
            </form>
          )}
        </Notice>
      )}
      <FormErrors answer={answer} />
      <SiteView page={page} />
    </>
  )
}
