import { useTranslation } from '~/i18n/words'

export type SheetFacts = {
  html: string
  title: string
  situation: string
  number: number
  total: number
  course: string
  back: string
  films: readonly string[]
  /** What the lesson rests on, as the clauses have it: in Chinese whatever the reader's language. */
  facts: readonly { of: string; isReprint: boolean; says: string }[]
}

/** A lesson for paper: pictures, pieces with room for an answer and without their keys, and what it rests on. */
export function LessonSheet({ sheet }: { sheet: SheetFacts }) {
  const { t } = useTranslation('learn')
  const { html, title, situation, number, total, course, back, films, facts } = sheet
  return (
    <div className="lesson-page sheet">
      <p className="no-print flex flex-wrap items-center gap-x-6">
        <a href={back} className="inline-flex min-h-touch items-center">
          {t('sheet.back')}
        </a>
        <button type="button" className="min-h-touch text-indigo underline underline-offset-4" data-print hidden>
          {t('sheet.print')}
        </button>
      </p>
      <p className="no-print text-ink2">{t('sheet.hint')}</p>
      <p className="mt-4 text-ink2">{t('sheet.where', { course, number, total })}</p>
      <h1 className="mt-1">{title}</h1>
      <p className="lesson-situation">{situation}</p>
      <p className="sheet-head" aria-hidden="true">
        <span>{t('sheet.name')}</span>
        <span>{t('sheet.unit')}</span>
        <span>{t('sheet.day')}</span>
      </p>
      <article dangerouslySetInnerHTML={{ __html: html }} />
      {films.map((film) => (
        <p key={film} className="text-ink2">
          {t('sheet.film', { title: film })}
        </p>
      ))}
      <section className="sheet-facts" aria-labelledby="facts">
        <h2 id="facts">{t('sheet.facts')}</h2>
        <ul className="mt-3" lang="zh-CN">
          {facts.map(({ of, isReprint, says }) => (
            <li key={`${of} ${says}`}>
              {says}
              <p className="lesson-source">
                {of}
                {isReprint && <span className="lesson-reprint">{t('course.reprint')}</span>}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
