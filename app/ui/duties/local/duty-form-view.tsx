import type { ReactNode } from 'react'
import { localRhythms } from '~/domain/duties/local-rhythms'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, type Option, Select, TextArea } from '~/ui/kit/field'
import { Checks } from '~/ui/org/checks'
import type { LocalDutyForm } from './local-duty'

type Part = { form: LocalDutyForm; answer: FormAnswer | undefined }

/** What is ticked: what was typed last, else what is written down. */
const ticked = (answer: FormAnswer | undefined, name: string, said: readonly string[]): readonly string[] =>
  answer === undefined ? said : (answer.values[name] ?? '').split(' ').filter(Boolean)

function Step({ n, title, children }: { n: number; title: string; children: ReactNode }) {
  const { t } = useTranslation('localduties')
  return (
    <section aria-labelledby={`step-${n}`} className="mt-8">
      <h2 id={`step-${n}`} className="mb-4 border-b border-field py-2 text-18">
        {t('form.step', { n, title })}
      </h2>
      {children}
    </section>
  )
}

/** A duty of a local plan, asked for in five steps on one page. */
export function LocalDutyFormView({ form, answer, title }: Part & { title: string }) {
  const { t } = useTranslation('localduties')
  return (
    <div className="mx-auto max-w-measure">
      <p className="no-print">
        <a href={form.back} className="inline-flex min-h-touch items-center">
          {t('form.back')}
        </a>
      </p>
      <h1>{title}</h1>
      <p className="mt-2 text-ink2">{form.supersedes === null ? t('form.lead') : t('form.supersedes', { title: form.supersedes.title })}</p>
      <form method="post" className="mt-4">
        <FormErrors answer={answer} />
        <What form={form} answer={answer} />
        <Whom form={form} answer={answer} />
        <Counting form={form} answer={answer} />
        <Often form={form} answer={answer} />
        <Source form={form} answer={answer} />
        <Button weight="primary" className="w-full sm:w-auto">
          {t('form.save')}
        </Button>
        <p className="mt-3 text-ink2">{t('form.afterwards')}</p>
      </form>
    </div>
  )
}

function What({ form: { places, place, supersedes, said }, answer }: Part) {
  const { t } = useTranslation('localduties')
  return (
    <Step n={1} title={t('form.what')}>
      {places.length > 0 && (
        <Select name="placeId" label={t('form.place')} hint={t('form.placeHint')} options={places} value={place} answer={answer} required />
      )}
      {supersedes !== null && <input type="hidden" name="supersedes" value={supersedes.id} />}
      <Field name="title" label={t('form.title')} hint={t('form.titleHint')} value={said.title} answer={answer} maxLength={60} required />
      <Field name="plain" label={t('form.plain')} hint={t('form.plainHint')} value={said.plain} answer={answer} maxLength={300} required />
      <details className="mb-5">
        <summary className="inline-flex min-h-touch items-center underline underline-offset-4">{t('form.english')}</summary>
        <Field name="titleEn" label={t('form.titleEn')} hint={t('form.titleEnHint')} value={said.titleEn} answer={answer} maxLength={120} />
        <Field name="plainEn" label={t('form.plainEn')} value={said.plainEn} answer={answer} maxLength={600} />
      </details>
    </Step>
  )
}

function Folded({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details className="mb-3 border-b border-line" open={open}>
      <summary className="inline-flex min-h-touch items-center underline underline-offset-4">{title}</summary>
      {children}
    </details>
  )
}

function Whom({ form: { said, positions, traits }, answer }: Part) {
  const { t } = useTranslation('localduties')
  const binds: Option[] = (['person', 'post', 'unit'] as const).map((value) => ({ value, label: t(`form.binds.${value}`) }))
  const [chosenPositions, chosenTraits] = [ticked(answer, 'positions', said.positions), ticked(answer, 'traits', said.traits)]
  return (
    <Step n={2} title={t('form.whom')}>
      <Select name="binds" label={t('form.bindsLabel')} options={binds} value={said.binds} answer={answer} required />
      <Folded title={t('form.traits')} open={chosenTraits.length > 0 || answer?.errors.traits !== undefined}>
        <Checks
          name="traits"
          legend={t('form.traitsLegend')}
          hint={t('form.traitsHint')}
          options={traits}
          chosen={chosenTraits}
          answer={answer}
        />
      </Folded>
      <Folded title={t('form.positions')} open={chosenPositions.length > 0 || answer?.errors.positions !== undefined}>
        <Checks
          name="positions"
          legend={t('form.positionsLegend')}
          hint={t('form.positionsHint')}
          options={positions}
          chosen={chosenPositions}
          answer={answer}
        />
      </Folded>
    </Step>
  )
}

function Counting({ form: { said, counts, courses }, answer }: Part) {
  const { t } = useTranslation('localduties')
  const chosen = ticked(answer, 'counts', said.counts)
  const same = answer === undefined ? said.sameUnit : answer.values.sameUnit !== undefined
  const errors = answer?.errors.counts ?? []
  return (
    <Step n={3} title={t('form.counts')}>
      <p className="mb-3 text-ink2">{t('form.countsHint')}</p>
      {errors.length > 0 && <p className="mb-3 text-vermilion">{errors.map((key) => t(key)).join(' ')}</p>}
      {counts.map(({ kind, label, options }) => (
        <Folded key={kind} title={label} open={options.some(({ value }) => chosen.includes(value))}>
          <Checks name="counts" legend={label} options={options} chosen={chosen} />
        </Folded>
      ))}
      <label className="mb-5 flex min-h-touch items-center gap-3">
        <input type="checkbox" name="sameUnit" defaultChecked={same} className="h-5 w-5 shrink-0" />
        {t('form.sameUnit')}
      </label>
      <Select
        name="course"
        label={t('form.course')}
        hint={t('form.courseHint')}
        options={courses}
        value={said.course}
        empty={t('form.noCourse')}
        answer={answer}
      />
    </Step>
  )
}

function Often({ form: { said }, answer }: Part) {
  const { t } = useTranslation('localduties')
  const rhythms: Option[] = localRhythms.map((value) => ({ value, label: t(`form.rhythm.${value}`) }))
  const number = { type: 'number', inputMode: 'numeric', answer } as const
  return (
    <Step n={4} title={t('form.often')}>
      <Select name="rhythm" label={t('form.rhythmLabel')} options={rhythms} value={said.rhythm} answer={answer} required />
      <Field
        name="days"
        label={t('form.days')}
        hint={t('form.daysHint')}
        value={String(said.days)}
        {...number}
        min={0}
        max={366}
        required
      />
      <Field name="months" label={t('form.months')} hint={t('form.monthsHint')} value={String(said.months)} {...number} min={1} max={120} />
      <Field name="opens" label={t('form.opens')} hint={t('form.opensHint')} value={String(said.opens)} {...number} min={0} max={366} />
    </Step>
  )
}

function Source({ form: { said }, answer }: Part) {
  const { t } = useTranslation('localduties')
  return (
    <Step n={5} title={t('form.source')}>
      <Field name="of" label={t('form.of')} hint={t('form.ofHint')} value={said.of} answer={answer} maxLength={120} required />
      <Quotation quote={said.quote} answer={answer} />
      <Field name="reading" label={t('form.reading')} hint={t('form.readingHint')} value={said.reading} answer={answer} maxLength={300} />
    </Step>
  )
}

/** The kit's text area keeps only what was typed; the quotation as it is written down comes in as that. */
function Quotation({ quote, answer }: { quote: string; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('localduties')
  const kept: FormAnswer = answer ?? { errors: {}, values: { quote } }
  return <TextArea name="quote" label={t('form.quote')} hint={t('form.quoteHint')} answer={kept} rows={5} required />
}
