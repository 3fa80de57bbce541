import { useTranslation } from '~/i18n/words'

const known = [400, 403, 404, 429, 503, 507]

/** Which of our error words speak of this status. */
export const errorWords = (status: number): string => (known.includes(status) ? String(status) : '500')

/** Our own page for what went wrong: what happened, what was kept, what to do. It tells nothing about the inside. */
export function ErrorPage({ status }: { status: number }) {
  const { t } = useTranslation('shell')
  const kind = errorWords(status)
  return (
    <div className="mx-auto max-w-measure py-10">
      <p className="text-14 text-ink2">{kind}</p>
      <h1 className="mt-1">{t(`error.${kind}.title`)}</h1>
      <p className="mt-4">{t(`error.${kind}.text`)}</p>
      <p className="mt-6">
        <a href="/">{t('error.home')}</a>
      </p>
    </div>
  )
}
