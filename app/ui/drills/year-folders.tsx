import type { FormAnswer } from '~/domain/shared/refusal'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { FormErrors, Select } from '~/ui/kit/field'
import type { FoldersState } from './year-folders-progress'

export type YearFolders = {
  places: { value: string; label: string }[]
  years: readonly number[]
  chosen: { place: string; year: number }
  mine: { id: string; place: string; year: number; total: number; done: number; state: FoldersState; askedAt: string }[]
}

/** A supervisor orders the year folders of all units of a place; what he ordered before stands beneath. */
export function YearFoldersView({ page, answer }: { page: YearFolders; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('drillpapers')
  const locale = useLocale()
  const { places, years, chosen, mine } = page
  return (
    <div className="max-w-measure">
      <p>
        <a href="/street" className="inline-flex min-h-touch items-center">
          {t('folders.back')}
        </a>
      </p>
      <h1>{t('folders.title')}</h1>
      <p className="mt-3">{t('folders.lead')}</p>
      {places.length === 0 ? (
        <p className="mt-6 font-semibold">{t('folders.refusal.none')}</p>
      ) : (
        <form method="post" className="mt-6">
          <FormErrors answer={answer} />
          <Select name="placeId" label={t('folders.place')} options={places} value={chosen.place} answer={answer} />
          <Select
            name="year"
            label={t('folders.year')}
            options={years.map((year) => ({ value: String(year), label: String(year) }))}
            value={String(chosen.year)}
            answer={answer}
          />
          <p>
            <Button type="submit" weight="primary" className="w-full sm:w-auto">
              {t('folders.ask')}
            </Button>
          </p>
        </form>
      )}
      <section aria-labelledby="mine" className="mt-10">
        <h2 id="mine">{t('folders.mine')}</h2>
        {mine.length === 0 && <p className="mt-2 text-ink2">{t('folders.none')}</p>}
        <ul className="mt-2">
          {mine.map(({ id, place, year, total, done, state, askedAt }) => (
            <li key={id} className="border-b border-line py-2 first:border-t">
              <a href={`/street/folders/${id}`} className="inline-flex min-h-touch items-center font-semibold">
                {t('folders.one', { place, year, count: total })}
              </a>
              <p className="text-14 text-ink2">
                {instantText(askedAt, locale)} · {t(`folders.state.${state}`, { done, total })}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
