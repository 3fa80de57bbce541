import type { ReactNode } from 'react'
import { languageTag } from '~/i18n/config'
import { useTranslation } from '~/i18n/words'
import type { DutySource } from './duty-line'

/** A clause: where it stands, how far it was checked and where it was read, and its own words. */
export function DutyClause({ source }: { source: DutySource }) {
  const { t } = useTranslation('duties')
  return (
    <div className="mb-2">
      <p>
        <cite lang={languageTag.zh} className="not-italic">
          {source.of}
        </cite>{' '}
        <span className="text-14 text-ink2">{t(`why.mark.${source.mark}`)}</span>
      </p>
      {source.quote !== null && (
        <blockquote lang={languageTag.zh} className="text-ink2">
          {source.quote}
        </blockquote>
      )}
      {source.page !== null && <p className="text-14 text-ink2">{t('why.page', { page: source.page })}</p>}
      {source.document !== null && <p className="text-14 text-ink2">{t('why.document', { title: source.document })}</p>}
    </div>
  )
}

/** A named part of what 为什么 opens to. */
export function WhyPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-3">
      <p className="text-14 font-semibold text-ink2">{title}</p>
      {children}
    </div>
  )
}

/** What would do, one a line. */
export function WhatCounts({ counts }: { counts: readonly { words: string; sameUnit: boolean }[] }) {
  const { t } = useTranslation('duties')
  return (
    <ul>
      {counts.map(({ words, sameUnit }) => (
        <li key={words}>{sameUnit ? t('why.sameUnit', { words }) : words}</li>
      ))}
    </ul>
  )
}
