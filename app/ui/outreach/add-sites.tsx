import { longestSiteName, mostSitesAtOnce, siteKinds } from '~/domain/outreach/site'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Field, type Option, Select, TextArea } from '~/ui/kit/field'
import { ActForm } from '~/ui/org/act-form'

/** Staircases by the numbers of their buildings, or anything by a list of names: one page, two ways. */
export function AddSites({
  places,
  placeId,
  how,
  answer,
}: {
  places: Option[]
  placeId: string
  how: 'numbered' | 'listed'
  answer: FormAnswer | undefined
}) {
  const { t } = useTranslation('outreach')
  return (
    <div className="mt-6">
      <nav aria-label={t('place.new.how')} className="mb-6 flex flex-wrap gap-x-6">
        {(['numbered', 'listed'] as const).map((one) => (
          <a
            key={one}
            href={`?${new URLSearchParams({ place: placeId, how: one })}`}
            aria-current={one === how ? 'page' : undefined}
            className="inline-flex min-h-touch items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {t(`place.new.${one}`)}
          </a>
        ))}
      </nav>
      <ActForm answer={answer} submit={t('place.new.submit')} back={`/street/posters?place=${placeId}`}>
        <input type="hidden" name="how" value={how} />
        <Select name="placeId" label={t('place.filter.place')} options={places} value={placeId} answer={answer} required />
        {how === 'numbered' ? (
          <>
            <Select
              name="kind"
              label={t('place.column.kind')}
              options={(['staircase', 'building'] as const).map((value) => ({ value, label: t(`place.new.kinds.${value}`) }))}
              answer={answer}
              required
            />
            <div className="grid gap-x-4 sm:grid-cols-3">
              <Count name="fromBuilding" value="1" min={1} max={999} answer={answer} />
              <Count name="toBuilding" value="6" min={1} max={999} answer={answer} />
              <Count name="staircases" value="3" min={0} max={30} answer={answer} />
            </div>
          </>
        ) : (
          <>
            <Select
              name="kind"
              label={t('place.column.kind')}
              options={siteKinds.map((value) => ({ value, label: t(`place.kind.${value}`) }))}
              answer={answer}
              required
            />
            <TextArea
              name="text"
              label={t('place.new.names')}
              hint={t('place.new.namesHint', { most: mostSitesAtOnce, longest: longestSiteName })}
              answer={answer}
              rows={8}
              required
            />
          </>
        )}
      </ActForm>
    </div>
  )
}

function Count({
  name,
  value,
  min,
  max,
  answer,
}: {
  name: 'fromBuilding' | 'toBuilding' | 'staircases'
  value: string
  min: number
  max: number
  answer: FormAnswer | undefined
}) {
  const { t } = useTranslation('outreach')
  return (
    <Field
      name={name}
      label={t(`place.new.${name}`)}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      value={value}
      answer={answer}
      required
    />
  )
}
