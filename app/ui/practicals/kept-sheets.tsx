import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'

/** A sheet that this phone may hold, and the key to it. */
export type SheetAtPhone = { id: string; observer: string; label: string; lock: string }

/** What this phone keeps and the server has not: filled in by the script of the page. */
export function KeptSheets({ sheets }: { sheets: readonly SheetAtPhone[] }) {
  const { t } = useTranslation('practicals')
  return (
    <section
      hidden
      data-practicals-waiting
      data-word-begun={t('list.begun', { count: '{count}' })}
      data-word-waits={t('sheet.waits')}
      data-word-sign-in={t('list.signIn')}
      data-word-others={t('list.otherSheets', { count: '{count}' })}
      role="status"
      className="mt-4 border-l-4 border-due pl-4"
    >
      <p className="font-semibold">{t('list.onPhone')}</p>
      <p hidden data-gone>
        {t('list.gone')}
      </p>
      <ul>
        {sheets.map(({ id, observer, label, lock }) => (
          <li key={id} hidden data-practical={id} data-observer={observer} data-lock={lock} className="mt-2">
            <a href={`/practicals/${id}`} className="font-semibold">
              {label}
            </a>
            <span data-said className="block" />
            <Button type="button" hidden>
              {t('sheet.discard')}
            </Button>
          </li>
        ))}
      </ul>
      <p hidden data-others className="mt-2" />
    </section>
  )
}
