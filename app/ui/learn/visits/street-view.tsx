import { useTranslation } from '~/i18n/words'
import { LinkButton } from '~/ui/kit/button'
import { Icon } from '~/ui/kit/icons'

export type StreetDoor = {
  id: string
  href: string
  title: string
  where: string
  at: { x: number; y: number }
  state: 'none' | 'open' | 'done'
  /** The day on which it was walked to the end. */
  on: string | null
}
export type StreetFacts = { drawing: string; alt: string; course: { href: string; title: string }; doors: StreetDoor[] }

/** The street with its eight doors: which were visited, and the one to go to next. */
export function StreetView({ page }: { page: StreetFacts }) {
  const { t } = useTranslation('visits')
  const { doors, course } = page
  const done = doors.filter(({ on }) => on !== null).length
  const next = doors.find(({ state }) => state === 'open') ?? doors.find(({ state }) => state === 'none')
  return (
    <div className="lesson-page">
      <p className="no-print">
        <a href={course.href} className="inline-flex min-h-touch items-center">
          {t('course', { title: course.title })}
        </a>
      </p>
      <h1>{t('title')}</h1>
      <p className="mt-2 text-18">
        {done === 0 ? t('lead.none') : done === doors.length ? t('lead.all') : t('lead.some', { count: done })}
      </p>
      {next && (
        <p className="no-print mt-4">
          <LinkButton href={next.href} weight="primary">
            {t('go', { title: next.title })}
          </LinkButton>
        </p>
      )}
      <div className="spot-picture visit-street">
        <div role="img" aria-label={page.alt} dangerouslySetInnerHTML={{ __html: page.drawing }} />
        <div aria-hidden="true">
          {doors.map(({ id, href, at, on }, index) => (
            <a
              key={id}
              href={href}
              tabIndex={-1}
              className={`spot-mark ${on === null ? '' : 'spot-right'}`}
              style={{ left: `${at.x}%`, top: `${at.y}%` }}
            >
              <span>{index + 1}</span>
            </a>
          ))}
        </div>
      </div>
      <h2 className="mb-3 mt-8">{t('doors')}</h2>
      <ol className="course-lessons">
        {doors.map((door, index) => (
          <li key={door.id}>
            <DoorLink door={door} number={index + 1} />
          </li>
        ))}
      </ol>
      <p className="mt-6 text-ink2">{t('what')}</p>
      <p className="mt-2 text-ink2">{t('counts')}</p>
    </div>
  )
}

function DoorLink({ door, number }: { door: StreetDoor; number: number }) {
  const { t } = useTranslation('visits')
  const { href, title, where, state, on } = door
  return (
    <a href={href} className="visit-door">
      <span className="visit-door-number">{number}</span>
      <span className="visit-door-title">
        {title}
        <span className="visit-door-where">{where}</span>
      </span>
      <span className={`visit-door-state ${state === 'done' ? 'visit-door-done' : ''}`}>
        <Icon name={state === 'done' ? 'met' : state === 'open' ? 'due' : 'none'} size={18} />
        {t(`state.${state}`, { on: on ?? '' })}
      </span>
    </a>
  )
}
