import { useLocation, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import { Empty, Notice } from '~/ui/kit/notice'
import { useLocale } from '../use-locale'
import type { Frame } from './frame'

const root = '/street/responsibility'
const tabs = [
  { key: 'tasks', href: root },
  { key: 'mingbai', href: `${root}/mingbai` },
  { key: 'posts', href: `${root}/posts` },
  { key: 'slices', href: `${root}/slices` },
] as const

/** A page about responsibility at a place: where one is among the four, the answer, the place and day that are asked about. */
export function ResponsibilityFrame({
  frame,
  title,
  lead,
  isOpen,
  children,
}: {
  frame: Frame
  title: string
  lead: ReactNode
  /** Something is missing. */
  isOpen: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('duties')
  const locale = useLocale()
  return (
    <>
      <ResponsibilityNav search={frame.search} />
      <ResponsibilityDone />
      {frame.place === null ? (
        <Empty title={t('responsibility.noPlaceTitle')}>{t('responsibility.noPlace')}</Empty>
      ) : (
        <>
          <p className="text-ink2">
            {frame.place.name} · {dayText(frame.on, locale)}
          </p>
          <h1 className={`mt-1 ${isOpen ? 'text-due' : ''}`}>{title}</h1>
          <div className="mt-3 max-w-measure">{lead}</div>
          <PlaceAndDay frame={frame} />
          {children}
        </>
      )}
    </>
  )
}

export function ResponsibilityNav({ search }: { search: string }) {
  const { t } = useTranslation('duties')
  const { pathname } = useLocation()
  const here = [...tabs].reverse().find(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
  return (
    <>
      <p className="no-print">
        <a href="/street" className="inline-flex min-h-touch items-center">
          {t('responsibility.back')}
        </a>
      </p>
      <nav aria-label={t('responsibility.title')} className="no-print mb-6 flex flex-wrap gap-x-5 border-b border-line">
        {tabs.map(({ key, href }) => (
          <a
            key={key}
            href={search === '' ? href : `${href}?${search}`}
            aria-current={here?.key === key ? 'page' : undefined}
            className={`-mb-px inline-flex min-h-touch items-center border-b-2 no-underline ${here?.key === key ? 'border-ink font-semibold text-ink' : 'border-transparent'}`}
          >
            {t(`responsibility.tab.${key}`)}
          </a>
        ))}
      </nav>
    </>
  )
}

/** Says what was just done, from `?done=`. */
export function ResponsibilityDone() {
  const { t, i18n } = useTranslation('duties')
  const [query] = useSearchParams()
  const key = `responsibility.done.${(query.get('done') ?? '').replace(/[^A-Za-z]/g, '')}`
  return query.has('done') && i18n.exists(`duties:${key}`) ? <Notice kind="done" title={t(key)} live /> : null
}

function PlaceAndDay({ frame }: { frame: Frame }) {
  const { t } = useTranslation('duties')
  const { place, on, today, places } = frame
  return (
    <form method="get" className="no-print mt-6">
      <div className="grid items-end gap-x-4 sm:grid-cols-[1fr_1fr_auto]">
        <Select name="place" label={t('responsibility.place')} value={place?.id ?? ''} options={places} />
        <Field name="on" type="date" label={t('responsibility.on')} value={on} />
        <div className="mb-5 flex items-end gap-6">
          <Button>{t('responsibility.show')}</Button>
          {on !== today && (
            <a href={`?place=${place?.id ?? ''}`} className="inline-flex min-h-touch items-center">
              {t('coverage.todayLink')}
            </a>
          )}
        </div>
      </div>
    </form>
  )
}
