import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'

export type PresentFacts = {
  lesson: string
  course: string
  situation: string
  number: number
  total: number
  isAnswered: boolean
  /** `html` of a video is its title: the film is played in the lesson. */
  screen:
    | { kind: 'cover' }
    | { kind: 'prose' | 'piece' | 'video'; heading: string | null; html: string }
    | { kind: 'end'; next: { href: string; title: string } | null }
  links: { prev: string | null; next: string | null; first: string; last: string; answer: string | null; exit: string }
}

/** A lesson before a room, one idea at a time. Every key has its link. */
export function PresentView({ page }: { page: PresentFacts }) {
  const { t } = useTranslation('learn')
  const { lesson, number, total, links, isAnswered } = page
  const heading = 'heading' in page.screen ? page.screen.heading : null
  return (
    <div className="present" data-present>
      <p className="present-head">
        <span>{lesson}</span>
        {heading !== null && <span className="present-part">{heading}</span>}
        {isAnswered && <span className="piece-right">{t('present.answer')}</span>}
      </p>
      <div className="present-body">
        <Body page={page} />
      </div>
      <nav className="present-bar" aria-label={t('present.bar')}>
        <Step to="first" href={links.first} className="present-far">
          {t('present.first')}
        </Step>
        <Step to="prev" href={links.prev}>
          {t('present.prev')}
        </Step>
        <span className="present-count">{t('present.count', { number, total })}</span>
        <Step to="next" href={links.next}>
          {t('present.next')}
        </Step>
        <Step to="last" href={links.last} className="present-far">
          {t('present.last')}
        </Step>
        {links.answer !== null && (
          <Step to="answer" href={links.answer}>
            {t('present.toAnswer')}
          </Step>
        )}
        <Step to="exit" href={links.exit}>
          {t('present.exit')}
        </Step>
      </nav>
    </div>
  )
}

function Step({ to, href, className = '', children }: { to: string; href: string | null; className?: string; children: ReactNode }) {
  if (href === null) return <span className={`present-step present-none ${className}`}>{children}</span>
  return (
    <a href={href} data-to={to} className={`present-step ${className}`}>
      {children}
    </a>
  )
}

function Body({ page }: { page: PresentFacts }) {
  const { t } = useTranslation('learn')
  const { screen, lesson, course, situation } = page
  switch (screen.kind) {
    case 'cover':
      return (
        <div className="present-cover">
          <p>{course}</p>
          <h1>{lesson}</h1>
          <p>{situation}</p>
          <p className="present-keys">{t('present.keys')}</p>
        </div>
      )
    case 'prose':
    case 'piece':
      return (
        <>
          <h1 className="sr-only">{screen.heading ?? lesson}</h1>
          <div className="lesson" dangerouslySetInnerHTML={{ __html: screen.html }} />
        </>
      )
    case 'video':
      return (
        <div className="present-cover">
          <h1>{screen.html}</h1>
          <p>{t('present.video')}</p>
        </div>
      )
    case 'end':
      return (
        <div className="present-cover">
          <h1>{t('present.end')}</h1>
          {screen.next && (
            <p>
              <a href={screen.next.href}>{t('present.following', { title: screen.next.title })}</a>
            </p>
          )}
        </div>
      )
  }
}
