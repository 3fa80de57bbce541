import type { QuestionState } from '~/domain/banks/question-state'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '../kit/button'
import { FormErrors } from '../kit/field'
import { Empty, Notice } from '../kit/notice'
import { Pager } from '../kit/pager'
import { BankFilter, type BankFilterFacts } from './bank-filter'

/** wording: of one that waits and that the reader may approve; null for every other. */
export type ListedQuestion = {
  id: string
  stem: string
  kind: string
  state: QuestionState
  difficulty: number | null
  point: string
  wording: string | null
}
export type BankListFacts = {
  place: { id: string; name: string }
  filter: BankFilterFacts
  counts: { all: number; inUse: number; waiting: number; mine: number }
  rows: readonly ListedQuestion[]
  page: number
  pages: number
  found: number
  search: string
  done: string | null
}

/** The bank of a place: what is in use, what waits, and the questions that were looked for. */
export function BankList({ facts, answer }: { facts: BankListFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('banks')
  const { place, counts, rows, page, pages, found, search, done } = facts
  return (
    <>
      <h1>{t('list.title', { place: place.name })}</h1>
      <p className="mt-2 max-w-measure">{t('list.head', { count: counts.inUse, waiting: counts.waiting })}</p>
      <div className="mt-4 max-w-measure">
        {done !== null && <Notice kind="done" title={t(`done.${done}`)} live />}
        {counts.mine > 0 && <Notice title={t('list.mine', { count: counts.mine })} />}
      </div>
      <p className="no-print mt-4 flex flex-wrap gap-3">
        <LinkButton href={`/banks/new?place=${place.id}`} weight="primary">
          {t('list.new')}
        </LinkButton>
        <LinkButton href={`/banks/import?place=${place.id}`}>{t('list.import')}</LinkButton>
        <LinkButton href={`/banks/export?place=${place.id}`}>{t('list.export')}</LinkButton>
      </p>
      {(counts.all > 0 || facts.filter.places.length > 1) && (
        <BankFilter facts={facts.filter} place={place.id} isEmpty={counts.all === 0} />
      )}
      {counts.all === 0 ? (
        <Empty title={t('list.none')}>{t('list.noneText')}</Empty>
      ) : rows.length === 0 ? (
        <Empty title={t('list.noMatch')} />
      ) : (
        <>
          <Questions facts={facts} answer={answer} />
          <Pager page={page} pages={pages} total={found} search={search} />
        </>
      )}
    </>
  )
}

function Questions({ facts: { rows }, answer }: { facts: BankListFacts; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('banks')
  const mayApprove = rows.some(({ wording }) => wording !== null)
  return (
    <form method="post" className="mt-4">
      <FormErrors answer={answer} />
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="flex items-start gap-3 border-b border-line py-2 first:border-t">
            {row.wording !== null && (
              <label className="flex min-h-touch min-w-touch shrink-0 items-center justify-center">
                <span className="sr-only">{t('list.choose', { stem: row.stem })}</span>
                <input type="checkbox" name="wordings" value={row.wording} className="h-5 w-5" />
              </label>
            )}
            <div className="min-w-0">
              <a href={`/banks/${row.id}`} className="inline-flex min-h-touch items-center break-words">
                {row.stem}
              </a>
              <p className="text-14 text-ink2">
                {[
                  t(`state.${row.state}`),
                  t(`kind.${row.kind}`),
                  ...(row.difficulty === null ? [] : [t(`difficulty.${row.difficulty}`)]),
                  ...(row.point === '' ? [] : [row.point]),
                ].join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {mayApprove && (
        <p className="no-print mt-4">
          <Button name="intent" value="approve">
            {t('list.approve')}
          </Button>
          <span className="mt-2 block text-14 text-ink2">{t('list.approveText')}</span>
        </p>
      )}
    </form>
  )
}
