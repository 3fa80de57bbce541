import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { detailWords } from '~/content/word-options.server'
import { programmeTitles } from '~/data/classes/programme-titles.server'
import { auditAPage, findActs, listAudit } from '~/data/org/audit-log.server'
import { findUnit } from '~/data/org/units.server'
import { actWords, auditSentence } from '~/documents/org/audit-sentence.server'
import { formatDay } from '~/domain/shared/day'
import { auditFilterOf } from '~/http/audit-filter.server'
import { actorScope } from '~/http/context.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { AdminFrame } from '~/ui/org/admin-frame'
import { AuditFilters } from '~/ui/org/audit-filters'
import { AuditLines } from '~/ui/org/audit-lines'
import { titled } from '~/ui/shell/title'

export const loader = serve('administrator', async (ctx, { request }) => {
  const scope = actorScope(ctx, 'see')
  const query = readQuery(request)
  const filter = auditFilterOf(query)
  const page = query.page()
  const { rows, total } = listAudit(scope, filter, { skip: (page - 1) * auditAPage, take: auditAPage })
  const unit = filter.unitId === null ? null : await findUnit(scope, filter.unitId)
  const wordOf = detailWords(catalogue(), ctx.locale, programmeTitles())
  return {
    rows: rows.map((row) => auditSentence(row, ctx.locale, wordOf)),
    total,
    isFiltered: Object.values(filter).some((value) => value !== null),
    pages: Math.max(1, Math.ceil(total / auditAPage)),
    page,
    search: query.search,
    acts: findActs().map((act) => ({ value: act, label: actWords(act, ctx.locale) })),
    unit: filter.unitId === null ? null : { id: filter.unitId, name: unit?.name ?? filter.unitId },
    chosen: {
      act: filter.act ?? '',
      actor: filter.actor ?? '',
      about: filter.about ?? '',
      from: filter.from === null ? '' : formatDay(filter.from),
      to: filter.to === null ? '' : formatDay(filter.to),
    },
  }
})

export const handle = titled<typeof loader>((t) => t('org:audit.title'))

export default function Audit() {
  const { rows, total, isFiltered, pages, page, search, ...filters } = useLoaderData<typeof loader>()
  const { t } = useTranslation('org')
  const query = new URLSearchParams(search)
  query.delete('page')
  return (
    <AdminFrame title={t('audit.title')} lead={t('audit.lead')}>
      <AuditFilters {...filters} />
      {total === 0 ? (
        <Empty title={t(isFiltered ? 'audit.none' : 'audit.empty')}>
          {isFiltered ? <a href="/admin/audit">{t('audit.all')}</a> : t('audit.emptyText')}
        </Empty>
      ) : (
        <>
          <p className="flex flex-wrap items-center gap-x-6">
            <span className="text-ink2">{t('audit.count', { count: total })}</span>
            <a href={`/admin/audit.csv?${query}`} className="no-print inline-flex min-h-touch items-center">
              {t('audit.export')}
            </a>
          </p>
          <AuditLines lines={rows} />
          <Pager page={page} pages={pages} total={total} search={search} />
        </>
      )}
    </AdminFrame>
  )
}
