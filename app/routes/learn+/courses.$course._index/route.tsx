import { useLoaderData } from '@remix-run/react'
import { param, serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { CourseFacts } from '~/ui/learn/course-facts'
import { CourseLessons } from '~/ui/learn/course-lessons'
import learnStyles from '~/ui/learn/learn.css?url'
import { RefresherInstead } from '~/ui/learn/refresher-card'
import { titled } from '~/ui/shell/title'
import { coursePage } from './course-page.server'
import { seatIn } from './seat.server'

export const links = () => [{ rel: 'stylesheet', href: learnStyles }]

export const loader = serve('person', (ctx, { request, params }) => coursePage(ctx, param(params, 'course'), seatIn(request, ctx)))

export const handle = titled<typeof loader>((_, { title }) => title)

export default function CoursePage() {
  const { t } = useTranslation('learn')
  const page = useLoaderData<typeof loader>()
  const { progress, next, paper, refresher, passed } = page
  const left = progress.total - progress.done
  const isToDo = refresher === null || next !== null
  const isOver = passed !== null && left === 0
  const answer = isOver ? 'passed' : left === 0 ? (page.isMine ? 'allDone' : 'allRead') : progress.done === 0 ? 'notBegun' : 'underWay'
  return (
    <div className="lesson-page">
      <p className="no-print">
        <a href="/courses" className="inline-flex min-h-touch items-center">
          {t('course.back')}
        </a>
      </p>
      <h1>{page.title}</h1>
      {page.seat && <p className="mt-1 text-ink2">{t('course.seat', page.seat)}</p>}
      {refresher !== null && <RefresherInstead refresher={refresher} isLead={next === null} />}
      {isToDo && <p className="mt-4 text-18">{t(`course.${answer}`, { ...progress, left, minutes: progress.minutesLeft })}</p>}
      {isToDo && isOver && (
        <p className="no-print mt-4">
          <LinkButton href={`/papers/${passed}/result`}>{t('course.toResult')}</LinkButton>
        </p>
      )}
      {isToDo && !isOver && (next !== null || page.isMine) && (
        <p className="no-print mt-4">
          <LinkButton href={next?.href ?? paper.href} weight="primary">
            {next === null ? t('course.toPaper') : progress.done === 0 ? t('course.begin') : t('course.goOn', { title: next.title })}
          </LinkButton>
        </p>
      )}
      <h2 className="mb-3 mt-10">{t('course.lessonsTitle')}</h2>
      <CourseLessons lessons={page.lessons} />
      {page.practices.map(({ kind, href, count }) => (
        <section key={kind}>
          <h2 className="mt-10">{t(`course.practise.${kind}.title`)}</h2>
          <p className="mt-2">{t(`course.practise.${kind}.text`, { count })}</p>
          <p className="no-print">
            <a href={href} className="inline-flex min-h-touch items-center">
              {t(`course.practise.${kind}.link`)}
            </a>
          </p>
        </section>
      ))}
      <h2 className="mt-10">{t('course.paper')}</h2>
      <p className="mt-2">{t('course.paperText', paper)}</p>
      <p className="no-print">
        <a href={paper.href} className="inline-flex min-h-touch items-center">
          {t('course.paperLink')}
        </a>
      </p>
      <h2 className="mt-10">{t('course.about')}</h2>
      <CourseFacts {...page.facts} />
      <div className="lesson mt-6" dangerouslySetInnerHTML={{ __html: page.html }} />
    </div>
  )
}
