import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, useLocation, useMatches, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from '~/i18n/words'
import { contextOf } from './http/context.server'
import { shellFacts } from './http/shell-facts.server'
import styles from './tailwind.css?url'
import { Document } from './ui/shell/document'
import { ErrorPage, errorWords } from './ui/shell/error-page'
import { Shell, type ShellFacts } from './ui/shell/shell'
import { titleOf } from './ui/shell/title'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/mark.svg', type: 'image/svg+xml' },
]

/** Frame facts only; every page below carries its own guard. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<ShellFacts> {
  return shellFacts(await contextOf(request, context))
}

const unknown: ShellFacts = { preferences: { locale: 'zh', theme: 'system', large: false }, script: '', name: null, roles: [], unread: 0 }

const statusOf = (fault: unknown): number => (isRouteErrorResponse(fault) ? fault.status : 500)

export function Layout({ children }: { children: React.ReactNode }) {
  const facts = useRouteLoaderData<typeof loader>('root') ?? unknown
  const { t, i18n } = useTranslation('shell')
  const matches = useMatches()
  const fault = useRouteError() ?? undefined
  const title = fault === undefined ? titleOf(t, matches) : `${t(`error.${errorWords(statusOf(fault))}.title`)} · ${t('name')}`
  const head = (
    <>
      <Meta />
      <Links />
    </>
  )
  return (
    <Document locale={i18n.language === 'en' ? 'en' : 'zh'} preferences={facts.preferences} title={title} script={facts.script} head={head}>
      {children}
    </Document>
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
  const fault = useRouteError() ?? undefined
  const facts = useRouteLoaderData<typeof loader>('root') ?? unknown
  const { pathname, search } = useLocation()
  return (
    <Shell facts={facts} here={pathname + search}>
      <ErrorPage status={statusOf(fault)} />
    </Shell>
  )
}
