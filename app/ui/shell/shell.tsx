import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preferences } from '~/i18n/config'
import { Mark } from './mark'
import { ViewSettings } from './view-settings'

export type ShellFacts = {
  preferences: Preferences
  script: string
  name: string | null
  roles: ('administrator' | 'supervisor' | 'manager')[]
}

const destinations = { administrator: ['/admin/units', 'admin'], supervisor: ['/street', 'street'], manager: ['/unit', 'unit'] } as const

/** Codes and tokens stay out of what a page says of itself: two unknown ones then look the same to the byte. */
const withoutCode = (here: string): string => here.replace(/^(\/[CGU])\/.*/i, '$1')

/** The frame of every page: mark, where one may go, view settings and the quiet 意见建议. */
export function Shell({ facts, here, children }: { facts: ShellFacts; here: string; children: ReactNode }) {
  const { t } = useTranslation('shell')
  return (
    <>
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:left-4 focus:top-2 focus:z-10 focus:bg-raised focus:p-2">
        {t('skip')}
      </a>
      <header className="no-print border-b border-line bg-raised">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2">
          <a href="/" className="flex min-h-touch items-center gap-2 font-semibold text-ink no-underline">
            <Mark />
            <span>{t('name')}</span>
          </a>
          <nav aria-label={t('navigation')} className="flex flex-1 flex-wrap items-center gap-x-4">
            {facts.name !== null && <NavLink href="/me" here={here} label={t('nav.me')} />}
            {facts.roles.map((role) => (
              <NavLink key={role} href={destinations[role][0]} here={here} label={t(`nav.${destinations[role][1]}`)} />
            ))}
          </nav>
          {facts.name === null ? (
            <NavLink href="/sign-in" here={here} label={t('nav.signIn')} />
          ) : (
            <div className="flex items-center gap-3">
              <NavLink href="/account" here={here} label={facts.name} />
              <form method="post" action="/sign-out">
                <button type="submit" className="min-h-touch text-ink2 underline underline-offset-4">
                  {t('nav.signOut')}
                </button>
              </form>
            </div>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-4 py-6 outline-none sm:py-8">
        {children}
      </main>
      <footer className="no-print border-t border-line">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-4 px-4 py-4 text-14 text-ink2">
          <a href={`/suggest?page=${encodeURIComponent(withoutCode(here))}`} className="inline-flex min-h-touch items-center">
            {t('suggest')}
          </a>
          <ViewSettings preferences={facts.preferences} here={withoutCode(here)} />
        </div>
      </footer>
    </>
  )
}

function NavLink({ href, here, label }: { href: string; here: string; label: string }) {
  const current = here === href || here.startsWith(`${href}/`) || here.startsWith(`${href}?`)
  return (
    <a
      href={href}
      aria-current={current ? 'page' : undefined}
      className={`inline-flex min-h-touch items-center ${current ? 'text-ink no-underline font-semibold' : ''}`}
    >
      {label}
    </a>
  )
}
