import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, Select } from '~/ui/kit/field'
import type { DrillFormPage } from './drill-form'
import { Lines, Remember, TooFew, Zones } from './drill-form-parts'
import { Answers } from './redrill-view'

type Props = { page: DrillFormPage; answer: FormAnswer | undefined }

/** Planning a drill: which kind of house, which scenario, then one form that is filled in as far as anything is known. */
export function DrillFormView({ page, answer }: Props) {
  const { t } = useTranslation('drills')
  const { unit, template, drill } = page
  return (
    <div className="max-w-measure">
      <p>
        <a href={drill === null ? `/units/${unit.id}/drills` : `/drills/${drill}`} className="inline-flex min-h-touch items-center">
          {t('form.back')}
        </a>
      </p>
      <p className="text-ink2">{unit.name}</p>
      <h1 className="mb-4 mt-1">{t(drill === null ? 'form.title' : 'form.change')}</h1>
      {template === null ? <Templates page={page} /> : <Filled page={page} answer={answer} />}
    </div>
  )
}

function Templates({ page: { unit, templates, values } }: { page: DrillFormPage }) {
  const { t } = useTranslation('drills')
  return (
    <>
      <p>{t('form.which')}</p>
      <ul className="mt-3 border-t border-line">
        {templates.map(({ id, title, fits }) => (
          <li key={id} className="border-b border-line">
            <a
              href={`/units/${unit.id}/drills/new?template=${id}${values.on ? `&on=${values.on}` : ''}${values.kind ? `&kind=${values.kind}` : ''}`}
              className="flex min-h-touch items-center justify-between gap-3 py-2 font-semibold"
            >
              {title}
              {fits && <span className="text-14 font-normal text-ink2">{t('form.fits')}</span>}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Scenarios({ page: { unit, template, scenarios, scenario, values, drill } }: { page: DrillFormPage }) {
  const { t } = useTranslation('drills')
  if (template === null || drill !== null) return null
  return (
    <details open={scenario === ''} className="mb-6">
      <summary className="opens inline-flex min-h-touch items-center">{t('form.scenarios', { title: template.title })}</summary>
      <p className="text-14 text-ink2">
        {t('form.scenariosHint')} <a href={`/units/${unit.id}/drills/new?template=other`}>{t('form.otherTemplate')}</a>
      </p>
      <ul className="mt-2 border-t border-line">
        {scenarios.map((one) => (
          <li key={one.id} className="border-b border-line py-2">
            <a
              href={`/units/${unit.id}/drills/new?template=${template.id}&scenario=${one.id}${values.on ? `&on=${values.on}` : ''}`}
              aria-current={one.id === scenario ? 'true' : undefined}
              className="inline-flex min-h-touch items-center font-semibold"
            >
              {one.title}
            </a>
            <p className="text-14 text-ink2">
              {[one.kindTitle, one.target, one.unannounced ? t('list.unannounced') : '', one.wasLast ? t('form.wasLast') : '']
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Filled({ page, answer }: Props) {
  const { t } = useTranslation('drills')
  const { values, kinds, people, lastTargets, moving, never } = page
  const text = (name: string) => answer?.values[name] ?? values[name] ?? ''
  const field = (name: string) => ({ name, answer, value: values[name] ?? '' })
  return (
    <>
      <Scenarios page={page} />
      <form method="post">
        <FormErrors answer={answer} />
        <Answers answers={page.answers} />
        <datalist id="people">
          {people.map((label) => (
            <option key={label} value={label} />
          ))}
        </datalist>
        <input type="hidden" name="template" value={page.template?.id ?? ''} />
        <input type="hidden" name="scenario" value={page.scenario} />
        <Field {...field('title')} label={t('form.name')} maxLength={80} required />
        <Select {...field('kind')} label={t('form.kind')} options={kinds} required />
        <label className="-mt-3 mb-5 flex min-h-touch items-center gap-3">
          <input type="checkbox" name="unannounced" value="yes" defaultChecked={text('unannounced') === 'yes'} className="h-5 w-5" />
          <span>{t('form.unannounced')}</span>
        </label>
        <div className="grid gap-x-4 sm:grid-cols-2">
          <Field {...field('on')} type="date" label={t('form.on')} required />
          <Field {...field('startsAt')} type="time" label={t('form.startsAt')} required />
        </div>
        <Field {...field('place')} label={t('form.place')} maxLength={80} required />
        <Field
          {...field('target')}
          label={t('form.target')}
          hint={lastTargets.length > 0 ? t('form.targetHint', { last: lastTargets.join('、') }) : t('form.targetHintFirst')}
          maxLength={80}
          required
        />
        <Lines name="story" label={t('form.story')} hint={t('form.storyHint')} text={text('story')} answer={answer} rows={5} />
        <Field {...field('commander')} label={t('form.commander')} list="people" autoComplete="off" required />
        <Zones page={page} answer={answer} />
        <Lines name="assembly" label={t('form.assembly')} hint={t('form.assemblyHint')} text={text('assembly')} answer={answer} rows={2} />
        <fieldset className="mb-5">
          <legend className="text-18 font-semibold">{t('form.groups')}</legend>
          <p className="mb-3 text-14 text-ink2">{t('form.groupsHint')}</p>
          <TooFew short={page.short} />
          {page.groups.map(({ id, does }) => (
            <Lines key={id} name={id} label={t(`group.${id}`)} hint={does.join('；')} text={text(id)} answer={answer} rows={2} />
          ))}
        </fieldset>
        <Field {...field('partners')} label={t('form.partners')} hint={t('form.partnersHint')} maxLength={200} />
        <Field {...field('volunteers')} label={t('form.volunteers')} maxLength={200} />
        <Lines name="notice" label={t('form.notice')} hint={t('form.noticeHint')} text={text('notice')} answer={answer} rows={5} />
        <Remember title={t('form.moving')} points={moving} />
        <Remember title={t('form.never')} points={never} />
        <Button weight="primary" className="w-full sm:w-auto">
          {t(page.drill === null ? 'form.save' : 'form.saveChange')}
        </Button>
      </form>
    </>
  )
}
