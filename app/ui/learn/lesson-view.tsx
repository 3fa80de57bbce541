import { useTranslation } from '~/i18n/words'
import { AloudScript } from '~/ui/outreach/aloud-script'
import { playerStyle } from './player-style'

export type LessonFacts = {
  html: string
  end: string
  done: boolean
  isRefreshing: boolean
  title: string
  situation: string
  minutes: number
  number: number
  total: number
  course: { title: string; href: string }
  address: string
  /** The address of the script that reads the lesson out; '' where there is nothing to read it with. */
  readAloud: string
}

/** What is read out of a lesson: its prose and its tasks; films speak for themselves. */
const readOut =
  '#main h1,.lesson-situation,.lesson h2,.lesson h3,.lesson p,.lesson li,.lesson td,.piece-prompt,form .tick,.piece-said,.piece-because'

/** A lesson: prose, pieces and film as finished HTML, and what comes next. */
export function LessonView({ page }: { page: LessonFacts }) {
  const { t } = useTranslation('learn')
  return (
    <div className="lesson-page" data-lesson data-player-style={playerStyle}>
      <p className="no-print">
        <a href={page.isRefreshing ? '/refreshers' : page.course.href} className="inline-flex min-h-touch items-center">
          {page.isRefreshing ? t('refresher.back') : page.course.title}
        </a>
      </p>
      <p className="text-ink2">{t('lesson.where', { number: page.number, total: page.total, minutes: page.minutes })}</p>
      <h1 className="mt-1">{page.title}</h1>
      <p className="lesson-situation">{page.situation}</p>
      {page.done && <p className="lesson-before">{t('lesson.doneBefore')}</p>}
      <article dangerouslySetInnerHTML={{ __html: page.html }} />
      <div data-lesson-foot dangerouslySetInnerHTML={{ __html: page.end }} />
      <p className="no-print mt-8 flex flex-wrap gap-x-6 border-t border-line pt-4">
        <a href={`${page.address}/print`} className="inline-flex min-h-touch items-center">
          {t('lesson.forPaper')}
        </a>
        <a href={`${page.address}/present`} className="inline-flex min-h-touch items-center">
          {t('lesson.forRoom')}
        </a>
      </p>
      <AloudScript
        src={page.readAloud}
        what={readOut}
        after=".lesson-situation"
        look="no-print mt-3 inline-flex min-h-touch items-center rounded border border-indigo px-4 font-semibold text-indigo aria-pressed:bg-indigo aria-pressed:text-on-indigo"
      />
    </div>
  )
}
