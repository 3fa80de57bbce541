import type { Difference } from '~/domain/drills/record-versions'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import type { RecordPage } from './record'

/** What was signed, one version beside another: who signed when, and in what they differ. */
export function RecordVersions({ page: { id, signed, differences, version } }: { page: RecordPage }) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  if (signed.length < 2) return null
  return (
    <section className="no-print mt-10">
      <h2>{t('versions.title', { count: signed.length })}</h2>
      <p className="mt-1 text-ink2">{t('versions.what')}</p>
      <div className="mt-3 overflow-x-auto">
        <table className="w-full border-collapse text-left">
          <caption className="sr-only">{t('versions.title', { count: signed.length })}</caption>
          <thead>
            <tr>
              <td className="border-b border-field" />
              {signed.map((one) => (
                <th key={one.version} scope="col" className="min-w-40 border-b border-field p-2 align-bottom font-normal">
                  <a href={`/drills/${id}/record?version=${one.version}`} aria-current={one.version === version ? 'page' : undefined}>
                    {t('versions.one', { version: one.version })}
                  </a>
                  <span className="block text-14 text-ink2">
                    {one.signer} · {instantText(one.at, locale)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences.map(({ what, said }) => (
              <tr key={what}>
                <th scope="row" className="whitespace-nowrap border-b border-line p-2 align-top font-semibold">
                  {t(`record.${what}`)}
                </th>
                {said.map((one, nth) => (
                  <td key={`${signed[nth]?.version}`} className="border-b border-line p-2 align-top">
                    <Said said={one} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {differences.length === 0 && <p className="mt-2">{t('versions.same')}</p>}
    </section>
  )
}

function Said({ said: { text, count, more, fewer } }: { said: Difference['said'][number] }) {
  const { t } = useTranslation('drillrecord')
  if (count === null) return <>{text === '' ? t('record.nothing') : text}</>
  return (
    <>
      {t('record.people', { count })}
      {more.length > 0 && <span className="block text-14">{t('versions.more', { names: more.join('、') })}</span>}
      {fewer.length > 0 && <span className="block text-14">{t('versions.fewer', { names: fewer.join('、') })}</span>}
    </>
  )
}
