import { Form } from '@remix-run/react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { FormErrors, Select } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import type { NewPractical } from './unit-practicals'

/** Setting up an assessment: whom and by what checklist, then who observes. */
export function NewPracticalView({ page, answer }: { page: NewPractical; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('practicals')
  const { unit, people, checklists, person, checklist, open } = page
  const isChosen = person !== null && checklist !== null
  return (
    <div className="max-w-measure">
      <p>
        <a href={`/units/${unit.id}/practicals`} className="inline-flex min-h-touch items-center">
          {t('back')}
        </a>
      </p>
      <p className="text-ink2">{unit.name}</p>
      <h1 className="mb-6 mt-1">{isChosen ? t('new.who', { name: person.name, title: checklist.title }) : t('new.title')}</h1>
      {open !== null && (
        <Notice kind="warn">
          {t('new.open')} <a href={`/practicals/${open}`}>{t('new.openLink')}</a>
        </Notice>
      )}
      {isChosen && open === null && <Observers page={page} answer={answer} />}
      <details open={!isChosen} className={isChosen ? 'mt-8 border-t border-line pt-2' : ''}>
        <summary className={isChosen ? 'opens inline-flex min-h-touch items-center' : 'sr-only'}>{t('new.change')}</summary>
        <Form method="get">
          <Select
            name="person"
            label={t('new.person')}
            options={[...people]}
            empty={t('new.choose')}
            required
            {...(person ? { value: person.id } : {})}
          />
          <Select
            name="checklist"
            label={t('new.checklist')}
            options={[...checklists]}
            empty={t('new.choose')}
            required
            {...(checklist ? { value: checklist.id } : {})}
          />
          <Button weight={isChosen ? 'plain' : 'primary'}>{t('new.next')}</Button>
        </Form>
      </details>
    </div>
  )
}

function Observers({ page: { checklist, observers, person }, answer }: { page: NewPractical; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('practicals')
  if (checklist === null || person === null) return null
  const isEnough = observers.length >= checklist.count
  return (
    <>
      <p>{checklist.because}</p>
      <p className="mt-1 text-14 text-ink2">{t('rests.house')}</p>
      {!isEnough && (
        <Notice kind="stop" title={t(`new.tooFew${checklist.count === 1 ? 'One' : 'Two'}`, { count: observers.length })}>
          <p>{t('new.may')}</p>
          <ul className="mt-1 list-disc pl-5">
            {checklist.may.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      {isEnough && (
        <Form method="post" className="mt-6">
          <FormErrors answer={answer} />
          <input type="hidden" name="personId" value={person.id} />
          <input type="hidden" name="checklist" value={checklist.id} />
          <Select
            name="first"
            label={t(checklist.count === 1 ? 'new.only' : 'new.first')}
            hint={t('new.hint')}
            options={[...observers]}
            empty={t('new.choose')}
            answer={answer}
            required
          />
          {checklist.count === 2 && (
            <Select
              name="second"
              label={t('new.second')}
              hint={t('new.secondHint')}
              options={[...observers]}
              empty={t('new.choose')}
              answer={answer}
              required
            />
          )}
          <Button weight="primary">{t('new.setUp')}</Button>
        </Form>
      )}
      <section className="mt-8">
        <h2>{t('new.prepare')}</h2>
        <ul className="mt-2 list-disc pl-6">
          {checklist.prepare.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
