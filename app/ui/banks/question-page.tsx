import type { BankQuestion } from '~/domain/banks/question'
import type { QuestionState } from '~/domain/banks/question-state'
import type { FormAnswer } from '~/domain/shared/refusal'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '../duties/use-locale'
import { Button, LinkButton } from '../kit/button'
import { FormErrors, TextArea } from '../kit/field'
import { Notice } from '../kit/notice'
import { QuestionCard } from './question-card'

export type ShownWording = {
  id: string
  nth: number
  question: BankQuestion
  by: string
  at: string
  verdict: { kind: 'approved' | 'returned'; by: string; at: string; note: string } | null
}
export type QuestionFacts = {
  id: string
  place: { id: string; name: string }
  state: QuestionState
  wordings: readonly ShownWording[]
  /** judge: may decide. own: proposed it, so that somebody else must. */
  turn: 'judge' | 'own' | null
  done: string | null
}

/** A question with everything that was said of it, the newest wording first. */
export function QuestionPage({ facts, answer }: { facts: QuestionFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('banks')
  const { id, place, state, wordings, turn, done } = facts
  const [latest, ...before] = wordings
  return (
    <div className="max-w-measure">
      <p className="no-print">
        <a href={`/banks?place=${place.id}`} className="inline-flex min-h-touch items-center">
          {t('list.title', { place: place.name })}
        </a>
      </p>
      <h1>{t(`state.${state}`)}</h1>
      <p className="mt-2">{t(`stateText.${state}`)}</p>
      <div className="mt-4">{done !== null && <Notice kind="done" title={t(`done.${done}`)} live />}</div>
      <FormErrors answer={answer} />
      {latest !== undefined && (
        <section aria-label={t('page.latest')} className="mt-4">
          <Wording wording={latest} />
        </section>
      )}
      {turn === 'own' && <p className="mt-4">{t('page.own')}</p>}
      {turn === 'judge' && latest !== undefined && <Judge wording={latest.id} answer={answer} />}
      <div className="no-print mt-6 flex flex-wrap items-start gap-3">
        {state !== 'withdrawn' && <LinkButton href={`/banks/${id}/edit`}>{t('page.edit')}</LinkButton>}
        <Withdraw isOut={state === 'withdrawn'} answer={answer} />
      </div>
      {before.length > 0 && (
        <section aria-labelledby="before" className="mt-10">
          <h2 id="before">{t('page.before')}</h2>
          {before.map((wording) => (
            <details key={wording.id} className="border-b border-line py-2">
              <summary className="min-h-touch cursor-pointer py-2">{t('page.nth', { nth: wording.nth })}</summary>
              <Wording wording={wording} />
            </details>
          ))}
        </section>
      )}
    </div>
  )
}

function Wording({ wording: { question, by, at, verdict } }: { wording: ShownWording }) {
  const { t } = useTranslation('banks')
  const locale = useLocale()
  return (
    <>
      <QuestionCard question={question} />
      <p className="mt-2 text-14 text-ink2">{t('page.proposed', { who: by, when: instantText(at, locale) })}</p>
      {verdict !== null && (
        <p className="text-14 text-ink2">
          {t(`page.${verdict.kind}`, { who: verdict.by, when: instantText(verdict.at, locale) })}
          {verdict.note !== '' && ` ${t('page.note', { note: verdict.note })}`}
        </p>
      )}
    </>
  )
}

function Judge({ wording, answer }: { wording: string; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('banks')
  return (
    <section aria-labelledby="judge" className="no-print mt-6">
      <h2 id="judge">{t('page.judge')}</h2>
      <form method="post" className="mt-3">
        <input type="hidden" name="wording" value={wording} />
        <Button weight="primary" name="intent" value="approve">
          {t('page.approve')}
        </Button>
      </form>
      <form method="post" className="mt-4">
        <input type="hidden" name="wording" value={wording} />
        <TextArea name="note" label={t('page.why')} rows={2} answer={answer} />
        <Button name="intent" value="return">
          {t('page.return')}
        </Button>
      </form>
    </section>
  )
}

function Withdraw({ isOut, answer }: { isOut: boolean; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('banks')
  if (isOut)
    return (
      <form method="post">
        <Button name="intent" value="restore">
          {t('page.restore')}
        </Button>
      </form>
    )
  return (
    <details className="w-full" open={answer?.errors.reason !== undefined}>
      <summary className="inline-flex min-h-touch cursor-pointer items-center text-indigo underline underline-offset-4">
        {t('page.withdraw')}
      </summary>
      <form method="post" className="mt-2">
        <p className="mb-3">{t('page.withdrawText')}</p>
        <TextArea name="reason" label={t('page.reason')} rows={2} answer={answer} />
        <Button weight="danger" name="intent" value="withdraw">
          {t('page.withdraw')}
        </Button>
      </form>
    </details>
  )
}
