import { mostParts } from '~/domain/classes/programme-form'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, Select } from '~/ui/kit/field'
import type { PlaceOption, ProgrammeFormPage } from './programmes'

type Props = { page: ProgrammeFormPage; answer: FormAnswer | undefined }

/** A year's training: which kind, then one form that is filled in from last year's or from the kind's own words. */
export function ProgrammeFormView({ page, answer }: Props) {
  const { t } = useTranslation('classes')
  const { template, programme } = page
  return (
    <div className="max-w-measure">
      <p>
        <a
          href={programme === null ? '/street/classes' : `/street/classes/${programme.id}`}
          className="inline-flex min-h-touch items-center"
        >
          {t('form.back')}
        </a>
      </p>
      <h1 className="mb-4">{t(programme === null ? 'form.title' : 'form.change')}</h1>
      {page.places.length === 0 ? (
        <p className="font-semibold">{t('form.noPlace')}</p>
      ) : template === null ? (
        <Kinds page={page} />
      ) : (
        <Filled page={page} answer={answer} />
      )}
    </div>
  )
}

function Kinds({ page: { templates } }: { page: ProgrammeFormPage }) {
  const { t } = useTranslation('classes')
  return (
    <>
      <p>{t('form.which')}</p>
      <ul className="mt-3 border-t border-line">
        {templates.map(({ id, title, says }) => (
          <li key={id} className="border-b border-line py-2">
            <a href={`/street/classes/new?template=${id}`} className="inline-flex min-h-touch items-center font-semibold">
              {title}
            </a>
            <p className="text-14 text-ink2">{says}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Filled({ page, answer }: Props) {
  const { t } = useTranslation('classes')
  const { template, programme, values, years, year, places, duty } = page
  if (template === null) return null
  const text = (name: string): string => answer?.values[name] ?? values[name] ?? ''
  const field = (name: string) => ({ name, answer, value: values[name] ?? '' })
  return (
    <>
      <p>{template.says}</p>
      {template.source !== '' && <p className="mt-1 text-14 text-ink2">{t('form.source', { source: template.source })}</p>}
      {programme === null && (
        <form method="get" className="mt-4 flex items-end gap-3">
          <input type="hidden" name="template" value={template.id} />
          <label className="grow sm:grow-0">
            <span className="font-semibold">{t('form.year')}</span>
            <select
              name="year"
              defaultValue={String(year)}
              className="mt-1 block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink"
            >
              {years.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </label>
          <Button>{t('form.ofYear')}</Button>
        </form>
      )}
      <p className="mt-3">{duty === null ? t('form.noDuty') : t('form.duty', { duty: duty.title })}</p>
      <form method="post" className="mt-5">
        <FormErrors answer={answer} />
        <input type="hidden" name="template" value={template.id} />
        <input type="hidden" name="year" value={year} />
        {programme === null ? (
          <Select {...field('placeId')} label={t('form.place')} hint={t('form.placeHint')} options={places} required />
        ) : (
          <input type="hidden" name="placeId" value={values.placeId} />
        )}
        <Field {...field('title')} label={t('form.name')} maxLength={80} required />
        <Field {...field('hours')} label={t('form.hours')} hint={t('form.hoursHint')} inputMode="decimal" required />
        <Parts page={page} text={text} answer={answer} />
        {template.binds === 'unit' && (
          <label className="mb-5 flex min-h-touch items-center gap-3">
            <input type="checkbox" name="deputies" value="yes" defaultChecked={text('deputies') === 'yes'} className="h-5 w-5 shrink-0" />
            <span>{t('form.deputies')}</span>
          </label>
        )}
        <Ticks name="sector" legend={t('form.sectors')} hint={t('form.sectorsHint')} options={page.sectors} text={text} />
        <Ticks name="trait" legend={t('form.traits')} hint={t('form.traitsHint')} options={page.traits} text={text} />
        <Ticks
          name="position"
          legend={t('form.positions')}
          hint={t(`form.positionsHint.${template.binds}`)}
          options={page.positions}
          text={text}
        />
        <Button weight="primary" className="w-full sm:w-auto">
          {t(programme === null ? 'form.save' : 'form.saveChange')}
        </Button>
      </form>
    </>
  )
}

function Parts({
  page: { values },
  text,
  answer,
}: {
  page: ProgrammeFormPage
  text: (name: string) => string
  answer: FormAnswer | undefined
}) {
  const { t } = useTranslation('classes')
  const filled = Array.from({ length: mostParts }, (_, nth) => nth).filter((nth) => (values[`part${nth}`] ?? '') !== '').length
  return (
    <fieldset className="mb-5">
      <legend className="font-semibold">{t('form.parts')}</legend>
      <p className="text-14 text-ink2">{t('form.partsHint')}</p>
      {[...Array(Math.min(mostParts, filled + 2)).keys()].map((nth) => (
        <div key={nth} className="mt-2 grid grid-cols-[1fr_8rem] gap-3">
          <input
            name={`part${nth}`}
            defaultValue={text(`part${nth}`)}
            maxLength={40}
            aria-label={t('form.part', { nth: nth + 1 })}
            aria-invalid={(answer?.errors[`part${nth}`] ?? []).length > 0 || undefined}
            className="block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink"
          />
          <select
            name={`kind${nth}`}
            defaultValue={text(`kind${nth}`) || 'lesson'}
            aria-label={t('form.partKind', { nth: nth + 1 })}
            className="block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink"
          >
            <option value="lesson">{t('kind.lesson')}</option>
            <option value="test">{t('kind.test')}</option>
          </select>
        </div>
      ))}
    </fieldset>
  )
}

type TicksProps = { name: string; legend: string; hint: string; options: PlaceOption[]; text: (name: string) => string }

/** Boxes to tick; those that are ticked stand open, the others can be opened. */
function Ticks({ name, legend, hint, options, text }: TicksProps) {
  const { t } = useTranslation('classes')
  const isOn = (value: string): boolean => text(`${name}_${value}`) === 'yes'
  const box = ({ value, label }: PlaceOption) => (
    <label key={value} className="flex min-h-touch items-center gap-3">
      <input type="checkbox" name={`${name}_${value}`} value="yes" defaultChecked={isOn(value)} className="h-5 w-5 shrink-0" />
      <span>{label}</span>
    </label>
  )
  const others = options.filter(({ value }) => !isOn(value))
  return (
    <fieldset className="mb-5">
      <legend className="font-semibold">{legend}</legend>
      <p className="text-14 text-ink2">{hint}</p>
      <div className="grid sm:grid-cols-2">{options.filter(({ value }) => isOn(value)).map(box)}</div>
      <details>
        <summary className="opens inline-flex min-h-touch items-center">{t('form.more', { count: others.length })}</summary>
        <div className="grid sm:grid-cols-2">{others.map(box)}</div>
      </details>
    </fieldset>
  )
}
