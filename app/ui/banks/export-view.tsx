import type { BankFormat } from '~/domain/banks/formats'
import { useTranslation } from '~/i18n/words'
import { LinkButton } from '../kit/button'
import { Empty } from '../kit/notice'

export type ExportFacts = {
  place: { id: string; name: string }
  what: 'inUse' | 'all'
  formats: readonly { format: BankFormat; count: number }[]
  left: readonly { stem: string; why: readonly string[] }[]
}

/** The bank as files, one of each format; what a format cannot hold is named and stays. */
export function ExportView({ facts: { place, what, formats, left } }: { facts: ExportFacts }) {
  const { t } = useTranslation('banks')
  const other = what === 'inUse' ? 'all' : 'inUse'
  return (
    <div className="max-w-measure">
      <p className="no-print">
        <a href={`/banks?place=${place.id}`} className="inline-flex min-h-touch items-center">
          {t('list.title', { place: place.name })}
        </a>
      </p>
      <h1>{t('export.title')}</h1>
      <p className="mt-3">{t(`export.${what}`)}</p>
      <p>
        <a href={`?place=${place.id}&what=${other}`} className="inline-flex min-h-touch items-center">
          {t(`export.to.${other}`)}
        </a>
      </p>
      <p className="mt-2 font-semibold">{t('export.secret')}</p>
      {formats.every(({ count }) => count === 0) && left.length === 0 ? (
        <Empty title={t('export.none')} />
      ) : (
        <ul className="mt-4">
          {formats.map(({ format, count }) => (
            <li key={format} className="flex items-center justify-between gap-3 border-b border-line py-3 first:border-t">
              <div className="min-w-0">
                <p className="font-semibold">{t(`format.${format}`)}</p>
                <p className="text-14 text-ink2">
                  {t('export.count', { count })} {format === 'aiken' && t('export.aiken')}
                </p>
              </div>
              {count > 0 && (
                <LinkButton href={`/banks/files/${format}?place=${place.id}&what=${what}`} className="shrink-0" download>
                  {t('export.go')}
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <details className="mt-6">
          <summary className="min-h-touch cursor-pointer py-2">{t('export.left', { count: left.length })}</summary>
          <ul className="mt-2 space-y-2">
            {left.map(({ stem, why }) => (
              <li key={stem}>
                {stem}
                <span className="block text-14 text-ink2">{why.map((one) => t(`cannot.${one}`)).join(' ')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
