import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, useLocation, useMatches, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { enhanceScript } from './gateways/islands.server'
import { contextOf, holds } from './http/context.server'
import { languageTag } from './i18n/config'
import styles from './tailwind.css?url'
import { ErrorPage, errorWords } from './ui/shell/error-page'
import { Shell, type ShellFacts } from './ui/shell/shell'
import { titleOf } from './ui/shell/title'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/mark.svg', type: 'image/svg+xml' },
]

/** Frame facts only; every page below carries its own guard. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<ShellFacts> {
  const ctx = await contextOf(request, context)
  const { actor } = ctx
  return {
    preferences: ctx.preferences,
    script: enhanceScript(),
    name: actor?.name ?? null,
    roles: actor ? (['administrator', 'supervisor', 'manager'] as const).filter((role) => holds(actor, role, ctx.today)) : [],
  }
}

const unknown: ShellFacts = { preferences: { locale: 'zh', theme: 'system', large: false }, script: '', name: null, roles: [] }

const statusOf = (fault: unknown): number => (isRouteErrorResponse(fault) ? fault.status : 500)

export function Layout({ children }: { children: React.ReactNode }) {
  const facts = useRouteLoaderData<typeof loader>('root') ?? unknown
  const { t, i18n } = useTranslation('shell')
  const matches = useMatches()
  const fault = useRouteError()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return (
    <html lang={languageTag[language]} data-theme={facts.preferences.theme} data-size={facts.preferences.large ? 'large' : 'plain'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no" />
        <title>{fault === undefined ? titleOf(t, matches) : `${t(`error.${errorWords(statusOf(fault))}.title`)} · ${t('name')}`}</title>
        <Meta />
        <Links />
        {facts.script && <script type="module" src={facts.script} />}
      </head>
      <body>{children}</body>
    </html>
  )
}

export default function App() {
  const facts = useRouteLoaderData<typeof loader>('root') ?? unknown
  const { pathname, search } = useLocation()
  return (
    <Shell facts={facts} here={pathname + search}>
      <Outlet />
    </Shell>
  )
}

export function ErrorBoundary() {
  const fault = useRouteError()
  const facts = useRouteLoaderData<typeof loader>('root') ?? unknown
  const { pathname, search } = useLocation()
  return (
    <Shell facts={facts} here={pathname + search}>
      <ErrorPage status={statusOf(fault)} />
    </Shell>
  )
}
