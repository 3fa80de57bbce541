import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '~/ui/kit/button'
import { Select } from '~/ui/kit/field'

export type YearFolder = {
  unit: { id: string; name: string }
  year: number
  years: readonly number[]
  figures: {
    trainings: number
    trained: number
    drills: number
    signed: number
    certificates: number
    findings: number
    open: number
    posts: number
  }
}

const parts = ['trainings', 'drills', 'certificates', 'findings', 'posts'] as const

/** What a unit's folder of a year holds, and all of it in one click. */
export function YearFolderView({ page }: { page: YearFolder }) {
  const { t } = useTranslation('drillpapers')
  const { unit, year, years, figures } = page
  return (
    <div className="max-w-measure">
      <p>
        <a href={`/units/${unit.id}/drills`} className="inline-flex min-h-touch items-center">
          {t('folder.page.back')}
        </a>
      </p>
      <p className="text-ink2">{unit.name}</p>
      <h1 className="mt-1">{t('folder.tab', { year })}</h1>
      <p className="mt-3">{t('folder.page.lead', { year })}</p>
      {figures.signed === 0 && <p className="mt-2 font-semibold">{t('folder.noDrill')}</p>}
      <p className="mt-5">
        <LinkButton href={`/units/${unit.id}/folder.zip?year=${year}`} weight="primary" className="w-full sm:w-auto">
          {t('folder.page.fetch')}
        </LinkButton>
      </p>
      <p className="mt-2 text-14 text-ink2">{t('folder.page.some')}</p>
      <dl className="mt-6 border-t border-line">
        {parts.map((part) => (
          <div key={part} className="flex justify-between gap-6 border-b border-line py-3">
            <dt>{t(`book.${part}`)}</dt>
            <dd className="text-right tabular-nums">{t(`folder.${part}`, figures)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-14 text-ink2">{t('folder.note')}</p>
      <form method="get" className="mt-8 flex flex-wrap items-end gap-3">
        <Select
          name="year"
          label={t('folder.page.year')}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
          value={String(year)}
        />
        <Button type="submit" className="mb-5">
          {t('folder.page.see')}
        </Button>
      </form>
    </div>
  )
}
