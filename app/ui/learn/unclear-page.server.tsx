import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { languageTag, type Preferences } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { useTranslation } from '~/i18n/words'
import styles from '~/tailwind.css?url'
import learnStyles from './learn.css?url'

function Unclear({ preferences, piece, back }: { preferences: Preferences; piece: string; back: string }) {
  const { t } = useTranslation('learn')
  return (
    <html lang={languageTag[preferences.locale]} data-theme={preferences.theme} data-size={preferences.large ? 'large' : 'plain'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{t('unclear.title')}</title>
        <link rel="stylesheet" href={styles} />
        <link rel="stylesheet" href={learnStyles} />
      </head>
      <body>
        <main className="lesson-page px-4 py-6">
          <h1>{t('unclear.title')}</h1>
          <div dangerouslySetInnerHTML={{ __html: piece }} />
          <p>
            <a href={back} className="inline-flex min-h-touch items-center">
              {t('unclear.back')}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}

/** Where scripts are off and an answer was incomplete: the piece again, with what is missing and what was chosen. */
export function unclearPage(preferences: Preferences, piece: string, back: string): Response {
  const page = renderToStaticMarkup(
    <I18nextProvider i18n={translator(preferences.locale)}>
      <Unclear preferences={preferences} piece={piece} back={back} />
    </I18nextProvider>,
  )
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' }
  return new Response(`<!DOCTYPE html>${page}`, { status: 400, headers })
}
