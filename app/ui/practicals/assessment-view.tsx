import { Form } from '@remix-run/react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors } from '~/ui/kit/field'
import { Icon } from '~/ui/kit/icons'
import { Notice } from '~/ui/kit/notice'
import { type OfflineFacts, OfflinePage } from '~/ui/kit/offline-page'
import type { AssessmentShown } from './practical'
import { Rounds } from './rounds'
import { SheetForm } from './sheet-form'

type Page = { assessment: AssessmentShown; done: string | null; island: string; offline: OfflineFacts }

/** One assessment: for its observer the sheet, for everybody else how it stands and what was marked. */
export function AssessmentView({ page, answer }: { page: Page; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('practicals')
  const { assessment, done, island, offline } = page
  const { checklist, person, unit, mine } = assessment
  return (
    <div className="mx-auto max-w-measure">
      <p className="no-print">
        <a href={unit.isManaged ? `/units/${unit.id}/practicals` : '/practicals'} className="inline-flex min-h-touch items-center">
          {t('back')}
        </a>
      </p>
      {done !== null && (
        <Notice kind={done === 'failed' || done === 'differs' ? 'warn' : 'done'} live>
          {t(`done.${done}`)}
        </Notice>
      )}
      <p className="text-ink2">
        {unit.name} · {person.name}
      </p>
      <h1 className="mt-1">{checklist.title}</h1>
      <Standing assessment={assessment} />
      {mine !== null && (
        <>
          <Before assessment={assessment} />
          <OfflinePage kind="practical" offline={offline} />
          <FormErrors answer={answer} />
          <SheetForm assessment={assessment} mine={mine} answer={answer} />
          {island !== '' && <script type="module" src={island} />}
        </>
      )}
      <Rounds assessment={assessment} />
      {mine === null && <Observers assessment={assessment} />}
      <p className="no-print mt-8">
        <a href={`/practicals/${assessment.id}/print`} className="inline-flex min-h-touch items-center">
          {t('print')}
        </a>
      </p>
      {assessment.canEnd && <Ending assessment={assessment} answer={answer} />}
    </div>
  )
}

const looks = {
  passed: { icon: 'met', tone: 'text-met' },
  failed: { icon: 'barred', tone: 'text-vermilion' },
  'called-off': { icon: 'waived', tone: 'text-ink2' },
  revoked: { icon: 'barred', tone: 'text-vermilion' },
} as const

function Standing({ assessment }: { assessment: AssessmentShown }) {
  const { t } = useTranslation('practicals')
  const locale = useLocale()
  const { state, on, end, failed, round, differs, mine, observers, isRevised, joined } = assessment
  if (state === 'open') {
    const waiting = observers.filter(({ handedIn }) => !handedIn).map(({ name }) => name)
    return (
      <>
        {round > 1 && (
          <Notice kind="warn" title={t('state.again', { n: round })}>
            <p>{t('state.againWhy')}</p>
            <ul className="mt-1 list-disc pl-5">
              {differs.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          </Notice>
        )}
        {mine === null && (
          <p className="mt-3 text-18 font-semibold">{t('state.waits', { names: waiting.join(locale === 'zh' ? '、' : ', ') })}</p>
        )}
        {mine === null && <p className="mt-1 text-ink2">{t('state.waitsHow')}</p>}
        {isRevised && <Notice kind="warn">{t('state.revised')}</Notice>}
        {joined !== null && <Notice kind="warn">{t(`state.joined.${joined}`)}</Notice>}
      </>
    )
  }
  const { icon, tone } = looks[state]
  return (
    <>
      <p className={`mt-3 inline-flex items-center gap-2 text-28 font-semibold ${tone}`}>
        <Icon name={icon} size={30} />
        {t(`state.${state}`)}
      </p>
      {on !== null && <p>{t('state.on', { day: dayText(on, locale) })}</p>}
      {end !== null && <p>{t('state.end', { day: dayText(end.on, locale), reason: end.reason })}</p>}
      {state === 'passed' && <p className="mt-1 text-ink2">{t('state.passedWhat')}</p>}
      {state === 'failed' && (
        <section className="mt-6">
          <h2>{t('state.trainTitle')}</h2>
          <ul className="mt-2">
            {failed.map(({ id, does, must, train }) => (
              <li key={id} className="border-t border-line py-3">
                <p className="font-semibold">{does}</p>
                {must !== null && <p className="text-ink2">{must}</p>}
                <a href={train.href} className="inline-flex min-h-touch items-center">
                  {t('state.train', { title: train.title })}
                </a>
              </li>
            ))}
          </ul>
          <p className="text-ink2">{t('state.failedWhat')}</p>
        </section>
      )}
    </>
  )
}

function Before({ assessment: { checklist, person, observers } }: { assessment: AssessmentShown }) {
  const { t } = useTranslation('practicals')
  const other = observers.find(({ isMe }) => !isMe)
  return (
    <>
      <p className="mt-2 text-18">{t('sheet.lead', { name: person.name })}</p>
      {other !== undefined && <p className="mt-1 text-ink2">{t('sheet.two', { name: other.name })}</p>}
      <details className="mt-4" open>
        <summary className="opens inline-flex min-h-touch items-center font-semibold">{t('sheet.safety')}</summary>
        <ul className="list-disc pl-6">
          {checklist.safety.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <details className="mt-1">
        <summary className="opens inline-flex min-h-touch items-center font-semibold">{t('sheet.prepare')}</summary>
        <ul className="list-disc pl-6">
          {checklist.prepare.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </>
  )
}

function Observers({ assessment: { observers, checklist } }: { assessment: AssessmentShown }) {
  const { t } = useTranslation('practicals')
  return (
    <section className="mt-8">
      <h2>{t('observers.title')}</h2>
      <ul className="mt-2">
        {observers.map(({ id, name, right }) => (
          <li key={id}>{t('observers.one', { name, right })}</li>
        ))}
      </ul>
      <p className="mt-1 text-14 text-ink2">{t('observers.rule', { count: checklist.misses })}</p>
    </section>
  )
}

function Ending({ assessment, answer }: { assessment: AssessmentShown; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('practicals')
  const kind = assessment.state === 'open' ? 'callOff' : 'revoke'
  return (
    <details className="no-print mt-6 border-t border-line pt-2" open={answer !== undefined}>
      <summary className="opens inline-flex min-h-touch items-center">{t(`end.${kind}`)}</summary>
      <p className="mb-4 text-ink2">{t(`end.${kind}What`)}</p>
      <Form method="post" action={`/practicals/${assessment.id}?index`}>
        <FormErrors answer={answer} />
        <Field name="reason" label={t('end.reason')} answer={answer} maxLength={300} required />
        <Button weight="danger">{t(`end.${kind}`)}</Button>
      </Form>
    </details>
  )
}
