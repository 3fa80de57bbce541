import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'

/** The head of a page about a unit's licences, with the way back. */
export function LicenceFrame({ unit, back, title }: { unit: string; back: { href: string; words: string }; title: ReactNode }) {
  const { t } = useTranslation('licences')
  return (
    <>
      <p className="no-print mb-2">
        <a href={back.href} className="inline-flex min-h-touch items-center">
          {t('frame.back', { to: back.words })}
        </a>
      </p>
      <p className="text-ink2">{unit}</p>
      <h1 className="mt-1">{title}</h1>
    </>
  )
}
