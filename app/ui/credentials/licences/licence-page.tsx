import type { ReactNode } from 'react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Icon } from '~/ui/kit/icons'
import { CheckForm, LookUp, type Scan, SecondForm } from './check-panel'
import { EndLicence, LicenceDone } from './end-licence'
import { EnterLicence } from './enter-licence'
import { CheckHistory, LicenceFacts, LicenceLaw } from './licence-facts'
import { NextStep, StateWords } from './licence-line'
import { type CheckView, type KindView, type LawView, type LicenceView, lookOf, type OfficialPage } from './view'

export type LicencePageFacts = {
  licence: LicenceView
  law: LawView
  pages: OfficialPage[]
  checks: CheckView[]
  isOwn: boolean
  mayCheck: boolean
  waiting: { id: string; by: string; result: string; isMine: boolean } | null
  needsSecond: boolean
  nextDue: string
  mayEdit: boolean
  editing: { kind: KindView | null; values: Record<string, string> } | null
  mayEnd: boolean
  canUndo: boolean
  done: string | null
  /** Reads the code on a card by camera. */
  script: string
}
type Answer = FormAnswer | { scan: Scan; code: string } | undefined

const answerTo = (answer: Answer, intents: readonly string[]): FormAnswer | undefined =>
  answer !== undefined && 'errors' in answer && intents.includes(answer.values.intent ?? '') ? answer : undefined

/** One licence: what it is worth today, what is printed on it, who looked, and what may be done. */
export function LicencePage({
  page,
  answer,
  here,
  replaceHref,
  top,
}: {
  page: LicencePageFacts
  answer: Answer
  here: string
  replaceHref: string
  top: ReactNode
}) {
  const { t } = useTranslation('licences')
  const { licence, editing } = page
  const { icon, tone } = lookOf(licence)
  if (editing?.kind)
    return (
      <>
        {top}
        <h1>{t('change.correctTitle')}</h1>
        <EnterLicence
          kind={editing.kind}
          answer={answer !== undefined && 'errors' in answer ? answer : undefined}
          values={editing.values}
          back={null}
          submit={t('change.save')}
          hasPhoto={licence.hasPhoto}
        />
        <p className="mt-4">
          <a href={here} className="inline-flex min-h-touch items-center">
            {t('change.leave')}
          </a>
        </p>
      </>
    )
  return (
    <>
      {top}
      <LicenceDone done={page.done} canUndo={page.canUndo} />
      <p className="text-ink2">{licence.holder}</p>
      <h1 className="mt-1">{licence.name}</h1>
      <p className="mt-3 flex items-start gap-2 text-18">
        <span className={`mt-1 ${tone}`}>
          <Icon name={icon} />
        </span>
        <StateWords licence={licence} />
      </p>
      <div className="mt-1 max-w-measure">
        <NextStep licence={licence} />
      </div>
      {page.isOwn && <p className="mt-1 max-w-measure text-ink2">{t('check.notOwn')}</p>}
      {page.mayCheck && <Checking page={page} answer={answer} />}
      <LicenceFacts licence={licence} />
      <LicenceLaw law={page.law} />
      <CheckHistory checks={page.checks} />
      {page.mayEnd && (
        <EndLicence
          replaceHref={replaceHref}
          correctHref={page.mayEdit ? `${here}?edit=yes` : null}
          answer={answerTo(answer, ['withdraw'])}
        />
      )}
    </>
  )
}

function Checking({ page, answer }: { page: LicencePageFacts; answer: Answer }) {
  const { t } = useTranslation('licences')
  const { waiting, pages } = page
  const scan = answer !== undefined && 'scan' in answer ? answer : null
  const isFresh = page.licence.state === 'unverified'
  const form = <CheckForm pages={pages} nextDue={page.nextDue} needsSecond={page.needsSecond} answer={answerTo(answer, ['check'])} />
  return (
    <section aria-labelledby="check" className="no-print mt-8 max-w-measure border-t border-line pt-6">
      <h2 id="check" className="text-18">
        {t(waiting === null ? (isFresh ? 'check.title' : 'check.again') : 'second.title')}
      </h2>
      <LookUp pages={pages} scan={scan?.scan ?? null} code={scan?.code ?? ''} script={page.script} />
      {waiting !== null ? (
        <div className="mt-4">
          <SecondForm
            checkId={waiting.id}
            by={waiting.by}
            result={waiting.result}
            isMine={waiting.isMine}
            answer={answerTo(answer, ['agree', 'contradict'])}
          />
        </div>
      ) : isFresh || scan !== null || answerTo(answer, ['check']) !== undefined ? (
        form
      ) : (
        <details className="mt-3">
          <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">{t('check.open')}</summary>
          {form}
        </details>
      )}
    </section>
  )
}
