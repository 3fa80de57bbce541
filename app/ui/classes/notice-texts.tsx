import type { Locale } from '~/i18n/config'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'

export type NoticeTexts = {
  id: string
  title: string
  language: Locale
  only: string
  message: string
  letters: { id: string; name: string; text: string }[]
  page: number
  pages: number
  total: number
  search: string
}

/** Texts for those who are asked to come: a short message, and a letter to each that prints on a page of its own. */
export function NoticeTextsView({ page }: { page: NoticeTexts }) {
  const { t } = useTranslation('classroom')
  const { id, title, language, only, message, letters } = page
  return (
    <div className="max-w-measure">
      <div className="no-print">
        <p>
          <a href={`/classes/${id}`} className="inline-flex min-h-touch items-center">
            {t('form.backClass')}
          </a>
        </p>
        <p className="text-ink2">{title}</p>
        <h1 className="mt-1">{t('notices.title')}</h1>
        <form method="get" className="mt-4 grid grid-cols-2 items-end gap-x-4 sm:grid-cols-[1fr_1fr_auto]">
          <Select
            name="language"
            label={t('notices.language')}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            value={language}
          />
          <Select
            name="only"
            label={t('notices.to')}
            options={[{ value: 'unanswered', label: t('notices.unanswered') }]}
            empty={t('filter.any')}
            value={only}
          />
          <Button className="mb-5">{t('filter.show')}</Button>
        </form>
        <section aria-labelledby="message">
          <h2 id="message">{t('notices.message')}</h2>
          <p className="mt-1 text-14 text-ink2">{t('notices.messageHint', { count: [...message].length })}</p>
          <textarea
            readOnly
            aria-labelledby="message"
            rows={6}
            defaultValue={message}
            className="mt-2 block w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink"
          />
        </section>
        <h2 className="mt-8">{t('notices.letters', { count: page.total })}</h2>
        <p className="mt-1 text-14 text-ink2">{t('notices.lettersHint')}</p>
      </div>
      {letters.length === 0 && <Empty title={t('notices.none')}>{t('notices.noneWhat')}</Empty>}
      {letters.map(({ id: invitation, name, text }) => (
        <article
          key={invitation}
          aria-label={name}
          className="mt-4 break-after-page whitespace-pre-line border-t border-line pt-4 print:border-0"
        >
          {text}
        </article>
      ))}
      {page.pages > 1 && <Pager page={page.page} pages={page.pages} total={page.total} search={page.search} />}
    </div>
  )
}
