import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Notice } from '~/ui/kit/notice'
import type { FindingsPage } from './findings'
import { FindingLines, NewFinding, Proposals } from './findings-lines'
import { NoticePart, ReportPart, SheetPart, SignPart } from './findings-notes'
import { PlanPart } from './findings-plan'
import { RedrillPart } from './redrill-view'

/** `intent`: the form that was refused, so that its reasons stand beside it. */
export type Answered = { answer: FormAnswer | undefined; intent: string }

/** What follows from a drill: what is put right, what changes in the plan, what is reported, and what the record still lacks. */
export function FindingsView({ page, done, ...answered }: { page: FindingsPage; done: string | null } & Answered) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  const { id, unit, on, kind, isOver, findings, isSigned } = page
  const open = findings.filter(({ closed }) => closed === null).length
  return (
    <div className="max-w-measure">
      <p>
        <a href={`/drills/${id}/record`} className="inline-flex min-h-touch items-center">
          {t('sign.back')}
        </a>
      </p>
      <p className="text-ink2">
        {unit.name} · {dayText(on, locale)} · {kind}
        {page.way === 'paper' && ` · ${t('record.paper')}`}
      </p>
      <h1 className="mb-4 mt-1">{isOver ? t('findings.title', { count: open }) : t('findings.before')}</h1>
      {done !== null && (
        <Notice kind="done" live>
          {t(`done.${done}`)}
        </Notice>
      )}
      {isSigned && <p className="mb-4 text-ink2">{t('findings.afterSigning')}</p>}
      {isOver && (
        <>
          <Proposals page={page} />
          <FindingLines page={page} />
          <RedrillPart shown={page.redrill} drillId={id} unitId={unit.id} isManaged={page.isManaged} />
          <NewFinding page={page} {...answered} />
          <PlanPart page={page} {...answered} />
          <ReportPart page={page} {...answered} />
        </>
      )}
      <NoticePart page={page} {...answered} />
      <SignPart page={page} {...answered} />
      {isOver && <SheetPart page={page} {...answered} />}
    </div>
  )
}
