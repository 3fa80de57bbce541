import type { ReactNode } from 'react'
import { type Locale, languageTag, type Preferences } from '~/i18n/config'

/** The HTML document around every page. `head` holds what the page adds: its style sheets and robots line. */
export function Document(props: {
  locale: Locale
  preferences: Preferences
  title: string
  script: string
  head: ReactNode
  children: ReactNode
}) {
  const { locale, preferences, title, script, head, children } = props
  return (
    <html lang={languageTag[locale]} data-theme={preferences.theme} data-size={preferences.large ? 'large' : 'plain'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        {head}
        {script && <script type="module" src={script} />}
      </head>
      <body>{children}</body>
    </html>
  )
}
