import type { ImportKind } from '~/domain/imports/heading-words'
import type { ImportState } from '~/domain/imports/import-state'
import type { FormAnswer } from '~/domain/shared/refusal'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '../duties/use-locale'
import { Button, LinkButton } from '../kit/button'

export type UploadFacts = {
  kind: ImportKind
  /** The one unit of which rows are brought; null where each row names its own. */
  unit: { id: string; name: string; href: string } | null
  /** What else may be brought. */
  others: readonly ImportKind[]
  most: { megabytes: number; rows: number; days: number }
  mine: { id: string; kind: ImportKind; unit: string | null; file: string; state: ImportState; askedAt: string }[]
}

const queryOf = ({ kind, unit }: UploadFacts): string => {
  const query = [...(kind === 'people' ? [] : [`kind=${kind}`]), ...(unit === null ? [] : [`unit=${unit.id}`])].join('&')
  return query === '' ? '' : `?${query}`
}

/** Where a sheet is handed in: what it must have, a blank one to begin with, and the sheets of before. */
export function UploadView({ facts, answer }: { facts: UploadFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('imports')
  const { kind, unit, others, most } = facts
  const errors = answer?.errors.file ?? []
  return (
    <div className="max-w-measure">
      {unit !== null && (
        <p className="no-print">
          <a href={unit.href} className="inline-flex min-h-touch items-center">
            {unit.name}
          </a>
        </p>
      )}
      <h1>{t(`upload.${kind}`)}</h1>
      <p className="mt-3">{t('list.lead')}</p>
      <p className="mt-2">{t('list.rule')}</p>
      {kind !== 'units' && (
        <p className="mt-4 font-semibold">{unit === null ? t('upload.intoMany') : t('upload.into', { unit: unit.name })}</p>
      )}
      <p className="mt-2">{t(`upload.need.${kind}`)}</p>
      <p className="mt-2 text-ink2">{t('upload.how')}</p>
      <form method="post" action={`/imports${queryOf(facts)}`} encType="multipart/form-data" className="mt-6">
        <label htmlFor="file" className="font-semibold">
          {t('upload.file')}
        </label>
        <p id="file-hint" className="text-14 text-ink2">
          {t('upload.fileHint', { most: most.megabytes, rows: most.rows })}
        </p>
        <input
          id="file"
          name="file"
          type="file"
          required
          accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby={errors.length > 0 ? 'file-hint file-error' : 'file-hint'}
          aria-invalid={errors.length > 0 ? true : undefined}
          className="mt-1 block min-h-touch w-full"
        />
        {errors.length > 0 && (
          <p id="file-error" role="alert" className="mt-1 text-vermilion">
            {errors.map((key) => t(key.replace('imports:', ''), answer?.reasonValues ?? {})).join(' ')}
          </p>
        )}
        <Button weight="primary" className="mt-5 w-full sm:w-auto">
          {t('upload.go')}
        </Button>
      </form>
      <p className="mt-6 flex flex-wrap gap-3">
        <LinkButton href={`/imports/${kind}.xlsx`}>{t('upload.template')}</LinkButton>
        {unit !== null && kind === 'people' && <LinkButton href={`/imports/people.xlsx?unit=${unit.id}`}>{t('upload.export')}</LinkButton>}
      </p>
      {others.length > 0 && (
        <p className="mt-4 flex flex-wrap items-baseline gap-x-4">
          <span className="text-ink2">{t('upload.others')}</span>
          {others.map((other) => (
            <a
              key={other}
              href={other === 'people' ? '/imports' : `/imports?kind=${other}`}
              className="inline-flex min-h-touch items-center"
            >
              {t(`kind.${other}`)}
            </a>
          ))}
        </p>
      )}
      <Mine facts={facts} />
    </div>
  )
}

function Mine({ facts: { mine, most } }: { facts: UploadFacts }) {
  const { t } = useTranslation('imports')
  const locale = useLocale()
  return (
    <section aria-labelledby="mine" className="mt-10">
      <h2 id="mine">{t('list.mine')}</h2>
      {mine.length === 0 && <p className="mt-2 text-ink2">{t('list.none')}</p>}
      <ul className="mt-2">
        {mine.map(({ id, kind, unit, file, state, askedAt }) => (
          <li key={id} className="border-b border-line py-2 first:border-t">
            <a href={`/imports/${id}`} className="inline-flex min-h-touch items-center break-all font-semibold">
              {unit === null
                ? t('list.one', { kind: t(`kind.${kind}`), file })
                : t('list.oneUnit', { kind: t(`kind.${kind}`), unit, file })}
            </a>
            <p className="text-14 text-ink2">
              {instantText(askedAt, locale)} · {t(`state.${state}`)}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-14 text-ink2">{t('list.kept', { days: most.days })}</p>
    </section>
  )
}
