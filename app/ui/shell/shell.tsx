import type { ReactNode } from 'react'
import type { Preferences } from '~/i18n/config'
import { useTranslation } from '~/i18n/words'
import { Mark } from './mark'
import { ViewSettings } from './view-settings'

export type ShellFacts = {
  preferences: Preferences
  script: string
  name: string | null
  roles: ('administrator' | 'supervisor' | 'manager')[]
  /** Notices not seen yet. */
  unread: number
}

const destinations = {
  administrator: { href: '/admin/units', under: '/admin', word: 'admin' },
  supervisor: { href: '/street', under: '/street', word: 'street' },
  manager: { href: '/unit', under: '/units', word: 'unit' },
} as const

/** Codes and tokens stay out of what a page says of itself: two unknown ones then look the same to the byte. */
const withoutCode = (here: string): string => here.replace(/^(\/[CGKUQ])\/.*/i, '$1')

/** The page a suggestion is about; one that opens by a secret in a letter is not named. */
const namedPage = (here: string): string => withoutCode(here).replace(/^\/notices\/unsubscribe\/.*/i, '/')

/** The frame of every page: mark, where one may go, view settings and the quiet 意见建议. */
export function Shell({ facts, here, children }: { facts: ShellFacts; here: string; children: ReactNode }) {
  const { t } = useTranslation('shell')
  return (
    <>
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:left-4 focus:top-2 focus:z-10 focus:bg-raised focus:p-2">
        {t('skip')}
      </a>
      <header className="no-print border-b border-line bg-raised">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-5 px-4 py-1 sm:py-2">
          <a href="/" className="flex min-h-touch items-center gap-2 font-semibold text-ink no-underline">
            <Mark />
            <span>{t('name')}</span>
          </a>
          <nav
            aria-label={t('navigation')}
            className="order-last flex w-full flex-wrap items-center gap-x-4 empty:hidden sm:order-none sm:w-auto sm:flex-1"
          >
            {facts.name !== null && <NavLink href="/me" here={here.startsWith('/me/notices') ? '' : here} label={t('nav.me')} />}
            {facts.name !== null && (
              <NavLink
                href="/me/notices"
                here={here}
                label={facts.unread === 0 ? t('nav.notices') : t('nav.noticesUnread', { count: facts.unread })}
              />
            )}
            {facts.roles.map((role) => (
              <NavLink
                key={role}
                href={destinations[role].href}
                under={destinations[role].under}
                here={here}
                label={t(`nav.${destinations[role].word}`)}
              />
            ))}
            {facts.name !== null && <NavLink href="/search" here={here} label={t('nav.search')} />}
          </nav>
          {facts.name === null ? (
            <div className="ml-auto">
              <NavLink href="/sign-in" here={here} label={t('nav.signIn')} />
            </div>
          ) : (
            <div className="ml-auto flex min-w-0 items-center gap-x-4">
              <NavLink href="/account" here={here} label={facts.name} />
              <form method="post" action="/sign-out" data-waiting={t('signOutWaiting', { n: '{n}' })}>
                <button type="submit" className="min-h-touch whitespace-nowrap text-ink2 underline underline-offset-4">
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
          <div className="flex flex-wrap gap-x-6">
            <a href="/duties" className="inline-flex min-h-touch items-center">
              {t('duties')}
            </a>
            <a href="/V" className="inline-flex min-h-touch items-center">
              {t('verify')}
            </a>
            <a href="/privacy" className="inline-flex min-h-touch items-center">
              {t('privacy')}
            </a>
            <a href={`/suggest?page=${encodeURIComponent(namedPage(here))}`} className="inline-flex min-h-touch items-center">
              {t('suggest')}
            </a>
          </div>
          <ViewSettings preferences={facts.preferences} here={withoutCode(here)} />
        </div>
      </footer>
    </>
  )
}

/** Where one is: on the page itself, or on any page `under` the same part. */
function NavLink({ href, under = href, here, label }: { href: string; under?: string; here: string; label: string }) {
  const [path = ''] = here.split('?')
  const current = path === href || path === under || path.startsWith(`${under}/`)
  return (
    <a
      href={href}
      aria-current={current ? 'page' : undefined}
      className={`inline-flex min-h-touch items-center whitespace-nowrap ${current ? 'text-ink no-underline font-semibold' : ''}`}
    >
      <span className="max-w-40 truncate">{label}</span>
    </a>
  )
}
