import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { FormErrors } from '../kit/field'
import { Notice } from '../kit/notice'
import { PaperBar } from './paper-bar'
import { QuestionField, type ShownQuestion } from './question-field'

export type OpenPaper = {
  id: string
  /** Where the paper is: it is saved there, and handed in and shown beneath. */
  address: string
  course: string
  questions: readonly ShownQuestion[]
  /** How many questions were withdrawn meanwhile. */
  withdrawn: number
  until: string
  now: number
  deadline: number
}

/** The whole paper as one plain form. The script saves every change; without it the button saves. */
export function PaperForm({ paper, saved, answer }: { paper: OpenPaper; saved: boolean; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('exams')
  const { address } = paper
  const words = { saved: 'stateSaved', saving: 'stateSaving', unsaved: 'stateUnsaved', offline: 'stateOffline', refused: 'stateRefused' }
  const spoken = Object.fromEntries(Object.entries(words).map(([name, key]) => [`data-word-${name}`, t(`paper.${key}`)]))
  return (
    <form
      method="post"
      action={address}
      className="mx-auto max-w-measure"
      data-paper={paper.id}
      data-answers={`${address}/answers`}
      data-result={`${address}/result`}
      data-now={paper.now}
      data-deadline={paper.deadline}
      data-word-minutes={t('paper.minutesLeft')}
      {...spoken}
    >
      <h1>{t('paper.title', { course: paper.course })}</h1>
      <PaperBar questions={paper.questions} until={paper.until} />
      <div className="mt-4">
        {saved && (
          <Notice kind="done" live>
            {t('paper.savedNotice', { until: paper.until })}
          </Notice>
        )}
        <FormErrors answer={answer} />
        {paper.withdrawn > 0 && <Notice>{t('paper.withdrawn')}</Notice>}
      </div>
      {paper.questions.map((question) => (
        <QuestionField key={question.ordinal} question={question} />
      ))}
      <div className="border-t border-line py-8">
        <div className="flex flex-wrap gap-4">
          <Button formAction={`${address}/submit`} weight="primary">
            {t('paper.submit')}
          </Button>
          <Button data-plain-save>{t('paper.save')}</Button>
        </div>
        <p className="mt-3 text-14 text-ink2">{t('paper.submitHint')}</p>
      </div>
    </form>
  )
}

/** Asked once before a paper with open questions is handed in. */
export function ConfirmSubmit({ address, open }: { address: string; open: readonly number[] }) {
  const { t } = useTranslation('exams')
  return (
    <div className="mx-auto max-w-measure">
      <h1>{t('confirm.title', { count: open.length })}</h1>
      <p className="mt-3">{t('confirm.text')}</p>
      <nav aria-label={t('confirm.open')} className="mt-6 flex flex-wrap gap-3">
        {open.map((n) => (
          <a
            key={n}
            href={`${address}#q${n}`}
            aria-label={t('confirm.go', { n })}
            className="flex h-11 w-11 items-center justify-center rounded border border-field bg-raised no-underline"
          >
            {n}
          </a>
        ))}
      </nav>
      <form method="post" action={`${address}/submit`} className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-4">
        <a
          href={`${address}#q${open[0] ?? 1}`}
          className="inline-flex min-h-touch items-center rounded border border-indigo bg-indigo px-4 py-2 font-semibold text-on-indigo no-underline"
        >
          {t('confirm.back')}
        </a>
        <input type="hidden" name="sure" value="yes" />
        <Button>{t('confirm.submit')}</Button>
      </form>
    </div>
  )
}
