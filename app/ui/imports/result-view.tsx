import type { ImportKind } from '~/domain/imports/heading-words'
import type { ImportState } from '~/domain/imports/import-state'
import type { ResultCounts, ResultKind } from '~/domain/imports/line-result'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '../kit/button'
import { FormErrors } from '../kit/field'
import { Notice } from '../kit/notice'
import { Pager } from '../kit/pager'
import { LineTable, type ShownLine } from './line-table'
import { ResultFilter } from './result-filter'
import { TakeBack } from './take-back'

type WrittenFacts = { when: string } & Record<'people' | 'posts' | 'changed' | 'units' | 'licences' | 'trainings' | 'drills', number>
export type ResultFacts = {
  id: string
  kind: ImportKind
  state: ImportState
  fault: string | null
  done: number
  written: WrittenFacts | null
  /** So many trainings that this sheet brought still count. */
  standing: number
  counts: ResultCounts
  chosen: ResultKind | null
  rows: readonly ShownLine[]
  page: number
  pages: number
  found: number
  search: string
  again: string
}

/** A sheet as it stands: being read, refused as a whole, waiting to be confirmed, or written. */
export function ResultView({ facts, answer }: { facts: ResultFacts; answer: FormAnswer | undefined }) {
  const { state } = facts
  if (state === 'reading' || state === 'broken') return <Reading facts={facts} />
  if (state === 'unreadable') return <Unreadable facts={facts} />
  return (
    <>
      {state === 'open' ? <Open facts={facts} answer={answer} /> : <Over facts={facts} answer={answer} />}
      <Rows facts={facts} />
    </>
  )
}

function Reading({ facts: { state, done, again } }: { facts: ResultFacts }) {
  const { t } = useTranslation('imports')
  const isRunning = state === 'reading'
  return (
    <div data-progress={isRunning ? 'running' : 'ended'} className="max-w-measure">
      <h1>{t(isRunning ? 'reading.title' : 'reading.broken')}</h1>
      <p role="status" className="mt-3 text-18">
        {isRunning ? t('reading.read', { done }) : t('reading.brokenText')}
      </p>
      {isRunning && <p className="mt-2 text-ink2">{t('reading.leave')}</p>}
      <p className="mt-4">
        <LinkButton href={isRunning ? '?' : again}>{t(isRunning ? 'reading.refresh' : 'reading.again')}</LinkButton>
      </p>
    </div>
  )
}

function Unreadable({ facts: { fault, again } }: { facts: ResultFacts }) {
  const { t } = useTranslation('imports')
  return (
    <div className="max-w-measure">
      <h1>{t('unreadable.title')}</h1>
      <p className="mt-3 text-vermilion">{t(`unreadable.${fault ?? 'damaged'}`)}</p>
      <p className="mt-4">
        <LinkButton href={again} weight="primary">
          {t('reading.again')}
        </LinkButton>
      </p>
    </div>
  )
}

function Open({ facts: { id, counts }, answer }: { facts: ResultFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('imports')
  const [writing, left] = [counts.new + counts.changed, counts.asks + counts.refused]
  const total = writing + left + counts.same
  return (
    <>
      <h1>{writing > 0 ? t('result.head', { count: writing }) : t('result.none')}</h1>
      <p className="mt-2 max-w-measure text-ink2">{t('result.lead', { total, ...counts })}</p>
      <div className="mt-4 max-w-measure">
        <FormErrors answer={answer} />
        {writing === 0 && <Notice title={t(left === 0 ? 'result.allSame' : 'result.fixFirst')} />}
        {writing > 0 && left > 0 && <p className="mb-3">{t('result.left', { count: left })}</p>}
      </div>
      <div className="no-print flex flex-wrap items-start gap-4">
        {writing > 0 && (
          <form method="post" className="w-full sm:w-auto">
            <input type="hidden" name="intent" value="confirm" />
            <Button weight="primary" className="w-full sm:w-auto">
              {t('result.confirm', { count: writing })}
            </Button>
          </form>
        )}
        <LinkButton href={`/imports/${id}/results.xlsx`}>{t('result.download')}</LinkButton>
        <details className="w-full">
          <summary className="inline-flex min-h-touch cursor-pointer items-center text-ink2">{t('result.drop')}</summary>
          <form method="post" className="mt-1">
            <input type="hidden" name="intent" value="drop" />
            <p className="mb-2">{t('result.dropText')}</p>
            <Button weight="danger">{t('result.drop')}</Button>
          </form>
        </details>
      </div>
    </>
  )
}

function Over({ facts, answer }: { facts: ResultFacts; answer: FormAnswer | undefined }) {
  const { kind, state, written, found, id, standing } = facts
  const { t } = useTranslation('imports')
  if (state === 'dropped' || written === null) return <h1>{t('result.dropped')}</h1>
  return (
    <>
      <h1>{t('result.written')}</h1>
      <div className="mt-4 max-w-measure">
        <Notice kind="done" title={t(`result.writtenOf.${kind}`, { ...written })} live>
          <p className="text-ink2">{t('result.writtenOn', { when: written.when })}</p>
        </Notice>
        {written.people > 0 && <p>{t('result.next')}</p>}
        {kind === 'licences' && <p>{t('result.nextLicences')}</p>}
        {found === 0 && <p className="mt-4 text-ink2">{t('result.forgotten')}</p>}
      </div>
      {found > 0 && (
        <p className="no-print mt-4">
          <LinkButton href={`/imports/${id}/results.xlsx`}>{t('result.download')}</LinkButton>
        </p>
      )}
      {kind === 'trainings' && <TakeBack standing={standing} answer={answer} />}
    </>
  )
}

function Rows({ facts }: { facts: ResultFacts }) {
  const { t } = useTranslation('imports')
  const { id, kind, state, counts, chosen, rows, page, pages, found, search } = facts
  if (Object.values(counts).every((count) => count === 0)) return null
  return (
    <section aria-label={t('result.table')}>
      <ResultFilter counts={counts} chosen={chosen} />
      {rows.length === 0 ? (
        <p className="mt-4">{t('result.noMatch')}</p>
      ) : (
        <>
          <LineTable id={id} rows={rows} isOpen={state === 'open'} isUnits={kind === 'units'} />
          <Pager page={page} pages={pages} total={found} search={search} />
        </>
      )}
    </section>
  )
}
