import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import { AloudScript } from './aloud-script'
import { hereOf, type MicroFacts, MicroLesson } from './micro-document'
import { microStyle } from './micro-style.server'
import type { MicroView } from './micro-view'

type Framed = {
  locale: Locale
  isLarge: boolean
  title: string
  description: string
  header: ReactNode
  footer: ReactNode
  children: ReactNode
}

/** A page with its style inside: nothing else is needed to read it. */
function framed({ locale, isLarge, title, description, header, footer, children }: Framed): string {
  const words = translator(locale)
  const page = (
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'} className={isLarge ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${words.t('shell:name')}`}</title>
        <meta name="description" content={description} />
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: microStyle }} />
      </head>
      <body>
        <header>
          <a href="/m">{words.t('outreach:micro.all')}</a>
          {header}
        </header>
        <I18nextProvider i18n={words}>{children}</I18nextProvider>
        <footer>
          {footer}
          <a href="/suggest">{words.t('outreach:micro.suggest')}</a>
          <a href="/privacy">{words.t('personal:privacy.link')}</a>
          <a href="/">{words.t('shell:name')}</a>
        </footer>
      </body>
    </html>
  )
  return `<!doctype html>${renderToStaticMarkup(page)}`
}

/** What is read out of a lesson: the story, the open question with its answers, and what was said of those that were chosen. */
const readOut = '#main>h1,.line,.story p,.n,h2,form button:not(.go),.right,.wrong'

/** The page of a ninety-second lesson. `readAloud` is the address of the script that reads it out; it has Chinese voices only. */
export function microPage(facts: MicroFacts, readAloud = ''): string {
  const { lesson, view, by } = facts
  const { locale, isLarge } = view
  const { t } = translator(locale)
  const at = (other: MicroView) => hereOf({ by, lesson, view: other })
  const other = { locale: locale === 'zh' ? 'en' : 'zh', isLarge } as const
  return framed({
    locale,
    isLarge,
    title: lesson.title,
    description: lesson.line,
    header: <a href={at({ locale, isLarge: !isLarge })}>{t(isLarge ? 'outreach:micro.plain' : 'outreach:micro.large')}</a>,
    footer: (
      <>
        <a href={at(other)} lang={other.locale === 'zh' ? 'zh-CN' : 'en'}>
          {t('outreach:micro.otherLanguage')}
        </a>
        {by.kind === 'poster' && <a href={`/Q/${by.code}/report`}>{t('outreach:poster.report.link')}</a>}
      </>
    ),
    children: (
      <>
        <MicroLesson {...facts} />
        {locale === 'zh' && <AloudScript src={readAloud} what={readOut} after="#main>.line" again=".why" look="read" />}
      </>
    ),
  })
}

/** What is said instead of a lesson that is not there: where all the others are. */
export function missingPage({ locale, isLarge }: MicroView): string {
  const { t } = translator(locale)
  const title = t('outreach:micro.missing.title')
  const text = t('outreach:micro.missing.text')
  return framed({
    locale,
    isLarge,
    title,
    description: text,
    header: null,
    footer: null,
    children: (
      <main id="main">
        <h1>{title}</h1>
        <p className="line">{text}</p>
        <p className="line">
          <a href="/m">{t('outreach:micro.missing.all')}</a>
        </p>
      </main>
    ),
  })
}
