import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formOf, formRefused, parseForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { Notice } from '~/ui/kit/notice'
import { PlaceView } from '~/ui/outreach/place-view'
import { titled } from '~/ui/shell/title'
import { handleReport } from '~/usecases/outreach/handle-report.server'
import { placePage } from './place-page.server'

const dones = ['added', 'handled', 'ended', 'restored'] as const
const handling = z.object({ handled: z.string('org:error.reasonMissing') })

export const loader = serve('supervisor', (ctx, { request }) => {
  const query = readQuery(request)
  return { ...placePage(ctx, request), done: query.oneOf('done', dones), count: Number(query.text('count')) || 0, undo: query.text('undo') }
})

export const action = serve('supervisor', async (ctx, { request }) => {
  const read = parseForm(await formOf(request), handling)
  if (!read.ok) return formRefused(read.answer)
  await handleReport(ctx, read.value.handled)
  const search = new URLSearchParams(new URL(request.url).search)
  search.set('done', 'handled')
  return redirect(`/street/posters?${search}`)
})

export const handle = titled<typeof loader>((t, { frame }) => t('outreach:place.title', { place: frame.place.name }))

export default function Posters() {
  const { done, count, undo, ...page } = useLoaderData<typeof loader>()
  const { t } = useTranslation('outreach')
  return (
    <>
      {done && (
        <Notice kind="done" live title={t(`place.done.${done}`, { count })}>
          {done === 'ended' && undo !== null && (
            <form method="post" action={`/street/posters/sites/${encodeURIComponent(undo)}`}>
              <button type="submit" name="restore" value="yes" className="min-h-touch underline underline-offset-4">
                {t('place.undo')}
              </button>
            </form>
          )}
        </Notice>
      )}
      <PlaceView page={page} />
    </>
  )
}
