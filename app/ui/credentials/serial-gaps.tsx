import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Field, FormErrors } from '../kit/field'
import { Empty } from '../kit/notice'

type Run = { first: number; last: number; count: number }
type Explained = Run & { id: string; why: string; who: string | null; when: string; still: number }
export type SerialGapsFacts = { last: number; open: Run[]; explained: Explained[] }

/** The serials under which there is no proof: those to be explained, those that were, and what to do after a restore. */
export function SerialGaps({ gaps: { last, open, explained }, answer }: { gaps: SerialGapsFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('credentials')
  return (
    <>
      <p>{last === 0 ? t('register.gaps.lastNone') : t('register.gaps.last', { serial: last })}</p>
      {answer && (
        <div className="mt-6">
          <FormErrors answer={answer} />
        </div>
      )}
      {open.length === 0 && explained.length === 0 && last > 0 && (
        <Empty title={t('register.gaps.whole')}>{t('register.gaps.wholeText')}</Empty>
      )}
      {open.length > 0 && (
        <section aria-labelledby="open" className="mt-8">
          <h2 id="open">{t('register.gaps.open')}</h2>
          <ul className="mt-3 border-t border-line">
            {open.map((run) => (
              <OpenRun key={run.first} run={run} answer={answer?.values.first === String(run.first) ? answer : undefined} />
            ))}
          </ul>
        </section>
      )}
      {explained.length > 0 && <ExplainedRuns explained={explained} />}
      <PassOver answer={answer?.values.act === 'pass' ? answer : undefined} />
    </>
  )
}

const useRunWords = () => {
  const { t } = useTranslation('credentials')
  return (run: Run) => t(run.count === 1 ? 'register.gaps.one' : 'register.gaps.run', run)
}

function OpenRun({ run, answer }: { run: Run; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('credentials')
  const words = useRunWords()
  return (
    <li className="border-b border-line py-4">
      <p className="mb-3 text-18 font-semibold">{words(run)}</p>
      <form method="post" className="max-w-measure">
        <input type="hidden" name="act" value="explain" />
        <input type="hidden" name="first" value={run.first} />
        <input type="hidden" name="last" value={run.last} />
        <Field name="why" label={t('register.gaps.why')} hint={t('register.gaps.whyHint')} required maxLength={500} answer={answer} />
        <Button>{t('register.gaps.explain')}</Button>
      </form>
    </li>
  )
}

function ExplainedRuns({ explained }: { explained: Explained[] }) {
  const { t } = useTranslation('credentials')
  const words = useRunWords()
  return (
    <section aria-labelledby="explained" className="mt-10">
      <h2 id="explained">{t('register.gaps.explained')}</h2>
      <ul className="mt-3 border-t border-line">
        {explained.map((run) => (
          <li key={run.id} className="max-w-measure border-b border-line py-4">
            <p className="font-semibold">{words(run)}</p>
            <p className="mt-1">{run.why}</p>
            <p className="mt-1 text-14 text-ink2">
              {t('register.gaps.by', { who: run.who ?? t('register.gaps.somebody'), when: run.when })}{' '}
              {run.still === 0 ? t('register.gaps.filled') : t('register.gaps.still', { count: run.still })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PassOver({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation('credentials')
  return (
    <details open={answer !== undefined} className="mt-10 max-w-measure">
      <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">
        {t('register.gaps.passOver')}
      </summary>
      <p className="mb-4 mt-2 text-ink2">{t('register.gaps.passOverText')}</p>
      <form method="post">
        <input type="hidden" name="act" value="pass" />
        <Field name="upTo" label={t('register.gaps.upTo')} inputMode="numeric" required autoComplete="off" answer={answer} />
        <Field name="why" label={t('register.gaps.why')} required maxLength={500} autoComplete="off" answer={answer} />
        <Button>{t('register.gaps.passOverDo')}</Button>
      </form>
    </details>
  )
}
