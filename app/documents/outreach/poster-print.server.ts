import type { PosterLook, PosterPrint } from '~/domain/outreach/poster'
import { spokenCode } from '~/domain/outreach/poster-code'
import type { Bilingual } from '~/i18n/config'
import { translator } from '~/i18n/translator'

type Lesson = { title: Bilingual; poster: { headline: Bilingual; under: Bilingual } }

/** Where a poster leads: a code that hangs somewhere, or the lesson itself. */
export type Leads = { kind: 'code'; code: string; place: string } | { kind: 'lesson'; slug: string }

/** The printed address behind a public one, in capitals: codes hold more of them. English posters lead to the English lesson. */
function codeUrl(publicUrl: string, leads: Leads, language: PosterLook['language']): string {
  const path = leads.kind === 'code' ? `/Q/${leads.code}` : `/m/${leads.slug}`
  return `${publicUrl}${path}${language === 'en' ? '/en' : ''}`.toUpperCase()
}

/** A poster in words that are ready to be drawn. `publicUrl` without a slash at its end. */
export function posterPrint(
  look: PosterLook,
  { lesson, drawing, leads }: { lesson: Lesson; drawing: { svg: string; alt: string }; leads: Leads },
  { publicUrl, issuer }: { publicUrl: string; issuer: string },
): PosterPrint {
  const { language } = look
  const { t } = translator(language)
  const url = codeUrl(publicUrl, leads, language)
  const address = url.replace(/^HTTPS?:\/\//, '')
  return {
    ...look,
    headline: lesson.poster.headline[language],
    under: lesson.poster.under[language],
    picture: drawing.svg,
    pictureAlt: drawing.alt,
    codeUrl: url,
    codeAlt: t('outreach:poster.sheet.codeAlt', { address }),
    address: leads.kind === 'code' ? address : address.toLowerCase(),
    scan: t('outreach:poster.sheet.scan'),
    place: leads.kind === 'code' ? leads.place : '',
    code: leads.kind === 'code' ? spokenCode(leads.code) : '',
    issuer,
  }
}
