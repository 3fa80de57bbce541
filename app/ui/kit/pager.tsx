import { useTranslation } from '~/i18n/words'

/** Pages of a list; the page number lives in the address with the filters. */
export function Pager({ page, pages, total, search }: { page: number; pages: number; total: number; search: string }) {
  const { t } = useTranslation('shell')
  const address = (target: number) => {
    const query = new URLSearchParams(search)
    query.set('page', String(target))
    return `?${query}`
  }
  return (
    <nav aria-label={t('pager.label')} className="no-print mt-6 flex flex-wrap items-center gap-x-6 gap-y-2 text-ink2">
      <span>{t('pager.where', { page, pages, total })}</span>
      {page > 1 && (
        <a className="inline-flex min-h-touch items-center" href={address(page - 1)} rel="prev">
          {t('pager.previous')}
        </a>
      )}
      {page < pages && (
        <a className="inline-flex min-h-touch items-center" href={address(page + 1)} rel="next">
          {t('pager.next')}
        </a>
      )}
    </nav>
  )
}
