import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export type UnitView = { id: string; name: string; waiting: number }
const first = ['today', 'duties', 'people', 'joins', 'licences', 'rooms', 'hot-work', 'drills'] as const
const further = ['paths', 'practicals', 'gate', 'certificates', 'mingbai', 'calendar', 'join-code'] as const
type Page = (typeof first)[number] | (typeof further)[number]

/** The pages of a unit, and which of them this is. */
export function UnitNav({ id, waiting, here }: { id: string; waiting: number; here: Page }) {
  const { t } = useTranslation('people')
  const link = (page: Page) => (
    <a
      key={page}
      href={page === 'today' ? `/units/${id}` : `/units/${id}/${page}`}
      aria-current={page === here ? 'page' : undefined}
      className={`-mb-px inline-flex min-h-touch items-center border-b-2 no-underline ${page === here ? 'border-ink font-semibold text-ink' : 'border-transparent'}`}
    >
      {page === 'joins' && waiting > 0 ? t('frame.joinsWaiting', { count: waiting }) : t(`frame.${page}`)}
    </a>
  )
  const open = further.find((page) => page === here)
  return (
    <nav aria-label={t('frame.label')} className="no-print mb-6 flex flex-wrap gap-x-5 border-b border-line">
      {first.map(link)}
      {open !== undefined && link(open)}
      <details className="open:basis-full">
        <summary className="flex min-h-touch cursor-pointer items-center text-ink2">{t('frame.more')}</summary>
        <div className="flex flex-wrap gap-x-5">{further.filter((page) => page !== open).map(link)}</div>
      </details>
    </nav>
  )
}

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
  here: Page
  /** The page holds something to print by itself, without the title. */
  paper?: boolean
  children: ReactNode
}) {
  return (
    <>
      <UnitNav id={unit.id} waiting={unit.waiting} here={here} />
      <div className={paper ? 'no-print' : ''}>
        <p className="text-ink2">{unit.name}</p>
        <h1 className="mt-1">{title}</h1>
      </div>
      {children}
    </>
  )
}
