import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export type UnitView = { id: string; name: string; waiting: number }
const pages = ['people', 'joins', 'join-code'] as const

/** The pages about a unit's people, with the way between them. */
export function UnitFrame({
  unit,
  title,
  here,
  paper = false,
  children,
}: {
  unit: UnitView
  title: string
  here: (typeof pages)[number]
  /** The page holds something to print by itself, without the title. */
  paper?: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('people')
  return (
    <>
      <nav aria-label={t('frame.label')} className="no-print mb-4 flex flex-wrap gap-x-5 border-b border-line text-ink2">
        <a className="inline-flex min-h-touch items-center" href={`/units/${unit.id}`}>
          {unit.name}
        </a>
        {pages.map((page) => (
          <a
            key={page}
            href={`/units/${unit.id}/${page}`}
            aria-current={page === here ? 'page' : undefined}
            className={`inline-flex min-h-touch items-center ${page === here ? 'border-b-2 border-indigo font-semibold text-ink no-underline' : ''}`}
          >
            {page === 'joins' && unit.waiting > 0 ? t('frame.joinsWaiting', { count: unit.waiting }) : t(`frame.${page}`)}
          </a>
        ))}
      </nav>
      <h1 className={paper ? 'no-print' : ''}>{title}</h1>
      {children}
    </>
  )
}
