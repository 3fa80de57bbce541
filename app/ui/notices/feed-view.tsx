import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Notice } from '~/ui/kit/notice'

type Page = { since: string | null; url: string | null; isWithdrawn: boolean }

/** The secret address of a calendar: told once when it is made, made anew or withdrawn at any time. */
export function FeedView({ since, url, isWithdrawn }: Page) {
  const { t } = useTranslation('inbox')
  const locale = useLocale()
  return (
    <div className="mt-6">
      {url !== null && (
        <Notice kind="done" title={t('calendar.made')} live>
          <p className="mt-2 select-all break-all font-semibold">{url}</p>
          <p className="mt-2 text-ink2">{t('calendar.madeText')}</p>
        </Notice>
      )}
      {url === null && isWithdrawn && since === null && (
        <Notice kind="done" live>
          {t('calendar.withdrawn')}
        </Notice>
      )}
      {url === null && (
        <p className="mb-4">{since === null ? t('calendar.none') : t('calendar.since', { at: instantText(since, locale) })}</p>
      )}
      <div className="flex flex-wrap gap-3">
        <form method="post">
          <input type="hidden" name="act" value="make" />
          <Button weight={since === null && url === null ? 'primary' : 'plain'}>
            {t(since === null && url === null ? 'calendar.make' : 'calendar.remake')}
          </Button>
        </form>
        {since !== null && (
          <form method="post">
            <input type="hidden" name="act" value="withdraw" />
            <Button weight="danger">{t('calendar.withdraw')}</Button>
          </form>
        )}
      </div>
      <p className="mt-4 text-14 text-ink2">{t('calendar.secret')}</p>
    </div>
  )
}
