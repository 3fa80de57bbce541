import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listSuggestions, suggestionsAPage } from '~/data/notices/suggestions.server'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { SuggestionList } from '~/ui/notices/suggestion-list'
import { AdminFrame } from '~/ui/org/admin-frame'
import { DoneNotice } from '~/ui/org/done-notice'
import { titled } from '~/ui/shell/title'
import { handleSuggestion } from '~/usecases/notices/handle-suggestion.server'

const states = ['open', 'handled'] as const
const handled = z.object({ id: z.string().max(60), note: z.string('notices:error.noteMissing') })

export const loader = serve('administrator', async (_ctx, { request }) => {
  const query = readQuery(request)
  const state = query.oneOf('state', states) ?? 'open'
  const page = query.page()
  const { rows, total, open } = await listSuggestions(state, page)
  return {
    state,
    page,
    total,
    pages: Math.max(1, Math.ceil(total / suggestionsAPage)),
    open,
    search: query.search,
    rows: rows.map(({ at, handledAt, ...row }) => ({ ...row, at: at.toISOString(), handledAt: handledAt?.toISOString() ?? null })),
  }
})

export const action = serve('administrator', async (ctx, { request }) => {
  const form = await formOf(request)
  const read = parseForm(form, handled)
  if (!read.ok) return formRefused(read.answer)
  const outcome = await handleSuggestion(ctx, read.value)
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect('/admin/suggestions?done=handled')
})

export const handle = titled<typeof loader>((t) => t('notices:list.title'))

export default function Suggestions() {
  const { state, page, pages, total, open, search, rows } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('notices')
  return (
    <AdminFrame title={t('list.title')} lead={t('list.lead')}>
      <DoneNotice area="notices" />
      <nav aria-label={t('list.states')} className="no-print mb-4 flex flex-wrap gap-x-6">
        {states.map((value) => (
          <a
            key={value}
            href={`/admin/suggestions?state=${value}`}
            aria-current={value === state ? 'page' : undefined}
            className={`inline-flex min-h-touch items-center ${value === state ? 'font-semibold text-ink no-underline' : ''}`}
          >
            {t(`list.${value}`, { count: open })}
          </a>
        ))}
      </nav>
      {total === 0 ? (
        <Empty title={t(`list.none.${state}`)}>{t('list.noneText')}</Empty>
      ) : (
        <>
          <SuggestionList rows={rows} answer={answer} />
          <Pager page={page} pages={pages} total={total} search={search} />
        </>
      )}
    </AdminFrame>
  )
}
