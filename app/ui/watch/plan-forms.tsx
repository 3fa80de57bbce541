import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import type { Candidate, WeekPage } from './week'

const control = 'mt-1 block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16'

/** A week at once: as last week, or three shifts of eight hours with teams taking turns. */
export function FillWeek({ page, isEmpty }: { page: WeekPage; isEmpty: boolean }) {
  const { t } = useTranslation('watch')
  const teams = Array.from({ length: Math.min(8, page.teams.length + 1) }, (_, nth) => ({ nth, team: page.teams[nth] ?? [] }))
  return (
    <div className="no-print mt-4">
      <form method="post" className="inline">
        <Button name="intent" value="copy" weight={isEmpty ? 'primary' : 'plain'}>
          {t('fill.copy')}
        </Button>
      </form>
      <details className="mt-2">
        <summary className="opens inline-flex min-h-touch items-center font-semibold">{t('fill.pattern')}</summary>
        <form method="post" className="mt-2 max-w-3xl">
          <p className="mb-4 max-w-measure text-ink2">{t('fill.patternText')}</p>
          <div className="grid gap-x-6 sm:grid-cols-2">
            {teams.map(({ team, nth }) => (
              <Team key={nth} nth={nth} team={team} page={page} />
            ))}
          </div>
          <Field name="begins" label={t('fill.begins')} type="time" value="08:00" />
          <Button name="intent" value="pattern">
            {t('fill.do')}
          </Button>
        </form>
      </details>
    </div>
  )
}

function Team({ nth, team, page }: { nth: number; team: string[]; page: WeekPage }) {
  const { t } = useTranslation('watch')
  const fit = page.people.filter(({ word }) => word === null)
  return (
    <fieldset className="mb-5">
      <legend className="font-semibold">{t('fill.team', { n: nth + 1 })}</legend>
      {Array.from({ length: Math.max(1, page.needed) }, (_, at) => `${nth}-${at}`).map((key, at) => (
        <select
          key={key}
          name={`team${nth}`}
          aria-label={t('fill.member', { n: nth + 1, m: at + 1 })}
          defaultValue={team[at] ?? ''}
          className={control}
        >
          <option value="">{t('fill.nobody')}</option>
          {fit.map(({ personId, name }) => (
            <option key={personId} value={personId}>
              {name}
            </option>
          ))}
        </select>
      ))}
    </fieldset>
  )
}

/** One shift with who is on it. */
export function PlanShift({ page, answer }: { page: WeekPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  const days = page.days.map(({ day }, nth) => ({ value: day, label: `${t(`weekday.${nth}`)} ${dayText(day, locale)}` }))
  const label = ({ name, position, word }: Candidate) =>
    word === null ? `${name} · ${position}` : t('change.unfit', { name, why: t(`why.${word}`) })
  const isOpen = answer?.values.intent === 'plan'
  return (
    <details className="no-print mt-8" open={isOpen}>
      <summary className="opens inline-flex min-h-touch items-center text-18 font-semibold">{t('plan.title')}</summary>
      <form method="post" className="mt-4 max-w-measure">
        <Select name="day" label={t('plan.day')} options={days} value={page.monday} answer={answer} />
        <div className="grid gap-x-4 sm:grid-cols-2">
          <Field name="begins" label={t('plan.begins')} type="time" value="08:00" answer={answer} required />
          <Field name="ends" label={t('plan.ends')} hint={t('plan.endsHint')} type="time" value="16:00" answer={answer} required />
        </div>
        <fieldset className="mb-5">
          <legend className="font-semibold">{t('plan.people')}</legend>
          {(answer?.errors.people ?? []).map((key) => (
            <p key={key} className="text-vermilion">
              {t(key, answer?.reasonValues ?? {})}
            </p>
          ))}
          {Array.from({ length: Math.max(1, page.needed) }, (_, at) => `person-${at}`).map((key, at) => (
            <select key={key} name="people" aria-label={t('plan.person', { n: at + 1 })} className={control} defaultValue="">
              <option value="">{t('fill.nobody')}</option>
              {page.people.map((person) => (
                <option key={person.personId} value={person.personId}>
                  {label(person)}
                </option>
              ))}
            </select>
          ))}
        </fieldset>
        <Select
          name="trainee"
          label={t('plan.trainee')}
          hint={t('plan.traineeHint')}
          options={page.people.map((person) => ({ value: person.personId, label: label(person) }))}
          empty={t('fill.nobody')}
          answer={answer}
        />
        <Button name="intent" value="plan">
          {t('plan.do')}
        </Button>
      </form>
    </details>
  )
}
