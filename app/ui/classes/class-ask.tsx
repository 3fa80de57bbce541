import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Notice } from '~/ui/kit/notice'
import type { ClassPage } from './class-page'

/** Asking whoever is left on the list; why nobody can be asked, where that is so. */
export function Ask({ page: { leads, state, isFrozen, uninvited, programme } }: { page: ClassPage }) {
  const { t } = useTranslation('classroom')
  if (!leads || state !== 'ahead') return null
  if (!isFrozen || uninvited === null)
    return (
      <div className="mt-8">
        <Notice kind="warn" title={t('ask.notFrozen')}>
          <a href={`/street/classes/${programme.id}`} className="inline-flex min-h-touch items-center">
            {t('ask.toList')}
          </a>
        </Notice>
      </div>
    )
  const count = uninvited.all - uninvited.elsewhere
  return (
    <section className="no-print mt-8" aria-labelledby="ask">
      <h2 id="ask">{t('ask.title')}</h2>
      <p className="mb-3 mt-2">{count === 0 ? t('ask.nobody') : t('ask.left', { count })}</p>
      {uninvited.elsewhere > 0 && <p className="mb-3 text-14 text-ink2">{t('ask.elsewhere', { count: uninvited.elsewhere })}</p>}
      <div className="flex flex-wrap items-center gap-4">
        {count > 0 && (
          <form method="post">
            <Button weight="primary" name="intent" value="invite">
              {t('ask.all', { count })}
            </Button>
          </form>
        )}
        {uninvited.all > 0 && (
          <a href="?show=uninvited#invited" className="inline-flex min-h-touch items-center">
            {t('ask.choose')}
          </a>
        )}
      </div>
    </section>
  )
}
