import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { type CourseKind, dutiesMetBy, kindOf } from '~/content/course-duties.server'
import type { LoadedCourse } from '~/content/courses.server'
import { findProgress } from '~/data/learn/progress.server'
import { findSeats, type Seat } from '~/data/org/seats.server'
import { isFor } from '~/domain/learn/course-seats'
import { courseProgress } from '~/domain/learn/progress'
import { formatDay } from '~/domain/shared/day'
import type { Ctx } from '~/http/context.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { CourseCard } from '~/ui/learn/course-card'
import { titled } from '~/ui/shell/title'
import { givesOf } from './courses.$course._index/course-page.server'
import { inWords, withSeat } from './courses.$course._index/seat.server'

const kinds: CourseKind[] = ['everyone', 'unit', 'grassroots']

function cardOf(course: LoadedCourse, seats: readonly Seat[], ctx: Ctx) {
  const { id, zh, lessons } = course
  const { title, summary, for: who } = course[ctx.locale]
  const fits = seats.filter(({ position }) => isFor(zh.positions, position)).map((seat) => inWords(seat, ctx))
  const done = ctx.actor === null ? new Set<string>() : findProgress(ctx.actor.personId, id).done
  return {
    id,
    kind: kindOf(course),
    title,
    summary,
    who,
    isSigned: ctx.actor !== null,
    progress: courseProgress(
      lessons.map((lesson) => ({ id: lesson.id, minutes: lesson.zh.minutes })),
      done,
    ),
    minutes: zh.minutes,
    // A course for everybody that no duty asks for (gas, electricity) is not what a post has to learn.
    isMine: fits.some(({ positionId }) => !zh.positions.includes('*') || dutiesMetBy(course, positionId, ctx.locale).length > 0),
    seats: fits.map((seat) => ({
      id: seat.id,
      unit: seat.unit,
      position: seat.position,
      gives: givesOf(course, seat.position, ctx.locale),
      href: withSeat(`/courses/${id}`, seat),
    })),
  }
}

export const loader = serve('anyone', (ctx) => {
  const today = formatDay(ctx.today)
  const seats = ctx.actor === null ? [] : findSeats(ctx.actor.personId).filter(({ to }) => to === null || to >= today)
  const cards = [...catalogue().courses.values()].map((course) => cardOf(course, seats, ctx))
  const mine = cards.filter(({ isMine }) => isMine)
  const others = kinds.map((kind) => ({ kind, courses: cards.filter((card) => card.kind === kind && !card.isMine) }))
  return {
    isSigned: ctx.actor !== null,
    mine: [...mine].sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind)),
    others: others.filter(({ courses }) => courses.length > 0),
  }
})

export const handle = titled<typeof loader>((t) => t('learn:courses.title'))

export default function Courses() {
  const { t } = useTranslation('learn')
  const { isSigned, mine, others } = useLoaderData<typeof loader>()
  return (
    <div className="mx-auto max-w-measure">
      <h1>{t('courses.title')}</h1>
      <p className="mt-3 text-ink2">{t(isSigned ? 'courses.lead' : 'courses.visitor')}</p>
      {isSigned && mine.length === 0 && (
        <div className="mt-6">
          <p className="text-18 font-semibold">{t('courses.none')}</p>
          <p className="mt-1">{t('courses.noneText')}</p>
          <p className="mt-1">{t('courses.anyway')}</p>
        </div>
      )}
      {mine.length > 0 && (
        <section aria-labelledby="mine">
          <h2 id="mine" className="mt-8">
            {t('courses.mine')}
          </h2>
          <CardList courses={mine} />
        </section>
      )}
      {mine.length > 0 && others.length > 0 && <p className="mt-12 text-ink2">{t('courses.others')}</p>}
      {others.map(({ kind, courses }) => (
        <section key={kind} aria-labelledby={`kind-${kind}`}>
          <h2 id={`kind-${kind}`} className="mt-8">
            {t(`courses.kind.${kind}`)}
          </h2>
          <CardList courses={courses} />
        </section>
      ))}
    </div>
  )
}

const CardList = ({ courses }: { courses: Parameters<typeof CourseCard>[0][] }) => (
  <ul className="mt-3 border-t border-line">
    {courses.map((course) => (
      <CourseCard key={course.id} {...course} />
    ))}
  </ul>
)
