import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { translator } from '~/i18n/translator'
import { type MicroFacts, MicroLesson } from './micro-document'
import { microStyle } from './micro-style.server'
import { microAddress } from './micro-view'

/** The page of a ninety-second lesson with its style inside: nothing else is needed to read it. */
export function microPage(facts: MicroFacts): string {
  const { lesson, view } = facts
  const { locale, isLarge } = view
  const words = translator(locale)
  const { t } = words
  const other = { locale: locale === 'zh' ? 'en' : 'zh', isLarge } as const
  const page = (
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'} className={isLarge ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${lesson.title} · ${t('shell:name')}`}</title>
        <meta name="description" content={lesson.line} />
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: microStyle }} />
      </head>
      <body>
        <header>
          <a href="/m">{t('outreach:micro.all')}</a>
          <a href={microAddress(lesson.slug, { locale, isLarge: !isLarge })}>
            {t(isLarge ? 'outreach:micro.plain' : 'outreach:micro.large')}
          </a>
        </header>
        <I18nextProvider i18n={words}>
          <MicroLesson {...facts} />
        </I18nextProvider>
        <footer>
          <a href={microAddress(lesson.slug, other)} lang={other.locale === 'zh' ? 'zh-CN' : 'en'}>
            {t('outreach:micro.otherLanguage')}
          </a>
          <a href="/suggest">{t('outreach:micro.suggest')}</a>
          <a href="/">{t('shell:name')}</a>
        </footer>
      </body>
    </html>
  )
  return `<!doctype html>${renderToStaticMarkup(page)}`
}
