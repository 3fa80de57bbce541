import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'

const sections = [
  'places',
  'units',
  'people',
  'grants',
  'duties',
  'certificates',
  'signing-keys',
  'audit',
  'suggestions',
  'retention',
  'health',
] as const

/** A page of administration: where one is among its parts, the page's one heading, and the page. */
export function AdminFrame({
  title,
  lead,
  back,
  children,
}: {
  title: string
  lead?: ReactNode
  back?: { href: string; label: string }
  children: ReactNode
}) {
  const { t } = useTranslation('org')
  const { pathname } = useLocation()
  return (
    <>
      <nav aria-label={t('admin.nav')} className="no-print mb-6 flex flex-wrap gap-x-5 border-b border-line">
        {sections.map((section) => {
          const href = `/admin/${section}`
          const here = pathname === href || pathname.startsWith(`${href}/`)
          return (
            <a
              key={section}
              href={href}
              aria-current={here ? 'page' : undefined}
              className={`-mb-px inline-flex min-h-touch items-center border-b-2 no-underline ${here ? 'border-ink font-semibold text-ink' : 'border-transparent'}`}
            >
              {t(`admin.${section}`)}
            </a>
          )
        })}
        <a href="/banks" className="-mb-px inline-flex min-h-touch items-center no-underline">
          {t('banks:link')}
        </a>
      </nav>
      {back && (
        <p className="no-print">
          <a href={back.href} className="inline-flex min-h-touch items-center">
            {back.label}
          </a>
        </p>
      )}
      <h1>{title}</h1>
      {lead && <div className="mt-2 max-w-measure text-ink2">{lead}</div>}
      <div className="mt-6">{children}</div>
    </>
  )
}
