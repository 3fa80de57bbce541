import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'
import type { RoomView } from './shown'

type Page = 'room' | 'week' | 'nights'

/** The pages of one control room, and which of them this is. */
export function RoomFrame({
  room,
  here,
  title,
  isWarning = false,
  children,
}: {
  room: RoomView
  here: Page
  title: string
  isWarning?: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('watch')
  const base = `/units/${room.unitId}/rooms/${room.id}`
  const pages: { page: Page; href: string }[] = [
    { page: 'room', href: base },
    { page: 'week', href: `${base}/weeks/${room.thisMonday}` },
    { page: 'nights', href: `${base}/nights/${room.lastNight}` },
  ]
  return (
    <>
      <nav aria-label={t('frame.label')} className="no-print mb-6 flex flex-wrap gap-x-5 border-b border-line">
        {pages.map(({ page, href }) => (
          <a
            key={page}
            href={href}
            aria-current={page === here ? 'page' : undefined}
            className={`-mb-px inline-flex min-h-touch items-center border-b-2 no-underline ${page === here ? 'border-ink font-semibold text-ink' : 'border-transparent'}`}
          >
            {t(`frame.${page}`)}
          </a>
        ))}
      </nav>
      <p className="text-ink2">
        <a href={`/units/${room.unitId}/rooms`}>{room.unitName}</a> · {room.name}
      </p>
      <h1 className={`mt-1 ${isWarning ? 'text-vermilion' : ''}`}>{title}</h1>
      {children}
    </>
  )
}
