import { bankFormats } from '~/domain/banks/formats'
import type { FormAnswer } from '~/domain/shared/refusal'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '../duties/use-locale'
import { Button, LinkButton } from '../kit/button'
import { Select } from '../kit/field'

export type ImportFacts = {
  place: { id: string; name: string }
  megabytes: number
  mine: { id: string; file: string; at: string; state: 'open' | 'written' | 'dropped' | 'unreadable' }[]
}

/** Where a file of questions is handed in. */
export function ImportView({ facts: { place, megabytes, mine }, answer }: { facts: ImportFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('banks')
  const locale = useLocale()
  const errors = answer?.errors.file ?? []
  return (
    <div className="max-w-measure">
      <p className="no-print">
        <a href={`/banks?place=${place.id}`} className="inline-flex min-h-touch items-center">
          {t('list.title', { place: place.name })}
        </a>
      </p>
      <h1>{t('import.title')}</h1>
      <p className="mt-3">{t('import.lead')}</p>
      <form method="post" encType="multipart/form-data" className="mt-6">
        <label htmlFor="file" className="font-semibold">
          {t('import.file')}
        </label>
        <p id="file-hint" className="text-14 text-ink2">
          {t('import.fileHint', { most: megabytes })}
        </p>
        <input
          id="file"
          name="file"
          type="file"
          required
          accept=".xlsx,.csv,.txt,.gift,.xml"
          aria-describedby={errors.length > 0 ? 'file-hint file-error' : 'file-hint'}
          aria-invalid={errors.length > 0 ? true : undefined}
          className="mb-5 mt-1 block min-h-touch w-full"
        />
        {errors.length > 0 && (
          <p id="file-error" role="alert" className="-mt-3 mb-5 text-vermilion">
            {errors.map((key) => t(key.replace('banks:', ''), answer?.reasonValues ?? {})).join(' ')}
          </p>
        )}
        <Select
          name="format"
          label={t('import.format')}
          empty={t('import.byItself')}
          options={bankFormats.map((value) => ({ value, label: t(`format.${value}`) }))}
          answer={answer}
        />
        <Button weight="primary" className="w-full sm:w-auto">
          {t('import.go')}
        </Button>
      </form>
      <p className="mt-6">
        <LinkButton href={`/banks/files/xlsx?place=${place.id}&what=blank`} download>
          {t('import.template')}
        </LinkButton>
      </p>
      <section aria-labelledby="layout" className="mt-8">
        <h2 id="layout">{t('import.layout')}</h2>
        <p className="mt-2">{t('import.layoutSheet')}</p>
        <p className="mt-2">{t('import.layoutText')}</p>
        <pre className="mt-2 overflow-x-auto rounded border border-line bg-raised p-3 text-14">{t('import.sample')}</pre>
      </section>
      <section aria-labelledby="mine" className="mt-10">
        <h2 id="mine">{t('import.mine')}</h2>
        {mine.length === 0 && <p className="mt-2 text-ink2">{t('import.none')}</p>}
        <ul className="mt-2">
          {mine.map(({ id, file, at, state }) => (
            <li key={id} className="border-b border-line py-2 first:border-t">
              <a href={`/banks/imports/${id}`} className="inline-flex min-h-touch items-center break-all font-semibold">
                {file}
              </a>
              <p className="text-14 text-ink2">
                {instantText(at, locale)} · {t(`import.state.${state}`)}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
