import type { ReactNode } from 'react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, Select } from '~/ui/kit/field'
import type { InvitationPage } from './invitation'

type Props = { page: InvitationPage; answer: FormAnswer | undefined }

/** Answering: comes, sends a deputy, or cannot come and why. One form; what does not belong to the chosen answer is ignored. */
export function AnswerForm({ page, answer }: Props) {
  const { t } = useTranslation('classroom')
  const { responsible, deputies, allowsDeputies, values, reply, isPerson } = page
  const chosen = answer?.values.kind ?? values.kind ?? ''
  const options = (people: InvitationPage['responsible']) => people.map(({ id, name }) => ({ value: id, label: name }))
  const one = (people: InvitationPage['responsible'], name: string) =>
    people.length === 1 ? { value: people[0]?.id ?? '' } : { value: values[name] ?? '', empty: t('answer.choose') }
  return (
    <section className="no-print mt-8" aria-labelledby="answer">
      <h2 id="answer">{t(reply === 'none' ? 'answer.title' : 'answer.change')}</h2>
      {reply !== 'none' && reply !== 'declined' && <p className="mt-2 text-14 text-ink2">{t('answer.changeWhat')}</p>}
      <form method="post" className="mt-3">
        <FormErrors answer={answer} />
        <KindErrors answer={answer} />
        <Rooms page={page} answer={answer} />
        <Kind kind="comes" label={t(isPerson ? 'answer.comesSelf' : 'answer.comes')} chosen={chosen}>
          {responsible.length === 0 ? (
            <p className="text-14 text-due">{t('answer.noResponsible')}</p>
          ) : isPerson && responsible.length === 1 ? (
            <input type="hidden" name="person" value={responsible[0]?.id} />
          ) : (
            <Select
              name="person"
              label={t('answer.person')}
              options={options(responsible)}
              answer={answer}
              {...one(responsible, 'person')}
            />
          )}
        </Kind>
        {allowsDeputies && (
          <Kind kind="deputy" label={t('answer.deputy')} chosen={chosen}>
            {deputies.length === 0 ? (
              <p className="text-14 text-due">{t('answer.noDeputies')}</p>
            ) : (
              <Select
                name="deputy"
                label={t('answer.deputyWho')}
                hint={t('answer.deputyHint')}
                options={options(deputies)}
                answer={answer}
                {...one(deputies, 'deputy')}
              />
            )}
          </Kind>
        )}
        <Kind kind="declined" label={t('answer.declined')} chosen={chosen}>
          <Field name="why" label={t('answer.why')} value={values.why ?? ''} answer={answer} maxLength={300} />
        </Kind>
        <Button weight="primary" className="w-full sm:w-auto">
          {t(reply === 'none' ? 'answer.save' : 'answer.saveChange')}
        </Button>
      </form>
    </section>
  )
}

function Kind({ kind, label, chosen, children }: { kind: string; label: string; chosen: string; children: ReactNode }) {
  return (
    <fieldset className="mb-4 rounded border border-line p-4 pb-0">
      <label className="mb-3 flex min-h-touch items-center gap-3 font-semibold">
        <input type="radio" name="kind" value={kind} defaultChecked={chosen === kind} required className="h-5 w-5" />
        {label}
      </label>
      {children}
    </fieldset>
  )
}

function KindErrors({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classroom')
  return (answer?.errors.kind ?? []).map((key) => (
    <p key={key} className="mb-3 text-vermilion">
      {t(key)}
    </p>
  ))
}

/** Which classroom, with how many seats are left; a full one puts whoever comes on its waiting list. */
function Rooms({ page: { rooms, values }, answer }: Props) {
  const { t } = useTranslation('classroom')
  const options = rooms.map(({ id, name, place, free, waiting }) => ({
    value: id,
    label: `${name} · ${place} · ${free > 0 ? t('answer.free', { count: free }) : t('answer.full', { count: waiting })}`,
  }))
  const first = rooms.find(({ free }) => free > 0)?.id ?? rooms[0]?.id ?? ''
  return (
    <Select
      name="classroom"
      label={t('answer.room')}
      hint={t('answer.roomHint')}
      options={options}
      value={values.classroom || first}
      answer={answer}
    />
  )
}
