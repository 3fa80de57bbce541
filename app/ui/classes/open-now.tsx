import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { Notice } from '~/ui/kit/notice'

export type OpenLine = { id: string; title: string; test: boolean; feedback: boolean }

/** What somebody can do on the phone now in classes that he takes part in: sit the test, say how it was. */
export function OpenNow({ lines }: { lines: readonly OpenLine[] }) {
  const { t } = useTranslation('classtest')
  if (lines.length === 0) return null
  return (
    <section className="no-print mt-4" aria-label={t('now.title')}>
      {lines.map(({ id, title, test, feedback }) => (
        <Notice key={id} title={title}>
          {test && (
            <p className="mt-2">
              <LinkButton href="/classes/test" weight="primary" className="w-full sm:w-auto">
                {t('now.test')}
              </LinkButton>
            </p>
          )}
          {feedback && (
            <p className="mt-1">
              <a href={`/classes/${id}/feedback`} className="inline-flex min-h-touch items-center">
                {t('now.feedback')}
              </a>
            </p>
          )}
        </Notice>
      ))}
    </section>
  )
}
