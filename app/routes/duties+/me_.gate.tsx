import { useLoaderData } from '@remix-run/react'
import { checksAPage, checksOfPerson } from '~/data/duties/gate-checks.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { GateLog } from '~/ui/duties/gate-log'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { titled } from '~/ui/shell/title'
import { logLine } from './gate-lines.server'

/** Who asked at a gate about me. */
export const loader = serve('person', (ctx, { request }) => {
  const page = readQuery(request).page()
  const { rows, total } = checksOfPerson(ctx.actor.personId, page)
  return { page, total, pages: Math.max(1, Math.ceil(total / checksAPage)), lines: rows.map((row) => logLine(row, ctx.locale)) }
})

export const handle = titled<typeof loader>((t) => t('gate:mine.title'))

export default function WhoAsked() {
  const { page, pages, total, lines } = useLoaderData<typeof loader>()
  const { t } = useTranslation('gate')
  return (
    <>
      <h1>{t(total === 0 ? 'mine.none' : 'mine.some', { count: total })}</h1>
      <p className="mt-2 max-w-measure text-ink2">{t('mine.lead')}</p>
      {lines.length === 0 ? (
        <Empty title={t('mine.empty')} />
      ) : (
        <>
          <GateLog lines={lines} who={false} />
          <Pager page={page} pages={pages} total={total} search="" />
        </>
      )}
    </>
  )
}
