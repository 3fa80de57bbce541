import type { BankQuestion } from '~/domain/banks/question'
import { type ImportResult, importResults } from '~/domain/banks/same-question'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '../kit/button'
import { FormErrors } from '../kit/field'
import { Notice } from '../kit/notice'
import { Pager } from '../kit/pager'
import { QuestionCard } from './question-card'

export type FileLine = {
  nth: number
  line: number
  result: ImportResult
  question: BankQuestion | null
  refused: { fault: string; said: string } | null
}
export type FileResult = {
  id: string
  place: { id: string; name: string }
  file: string
  format: string
  state: 'open' | 'written' | 'dropped' | 'unreadable'
  fault: string | null
  said: string
  unread: readonly string[]
  counts: Record<ImportResult, number>
  written: { new: number; changed: number } | null
  chosen: ImportResult | null
  rows: readonly FileLine[]
  page: number
  pages: number
  found: number
  search: string
}

/** What each question of a file is or would become; one confirmation proposes them all. */
export function FileResultView({ facts, answer }: { facts: FileResult; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('banks')
  const { place, file, format, state, fault, said, unread, counts, written } = facts
  const writing = counts.new + counts.changed
  return (
    <>
      <p className="no-print">
        <a href={`/banks/import?place=${place.id}`} className="inline-flex min-h-touch items-center">
          {t('import.title')}
        </a>
      </p>
      <p className="mb-1 text-ink2">
        <span className="break-all">{file}</span>
        {format !== '' && ` · ${t(`format.${format}`)}`}
      </p>
      {state === 'unreadable' && (
        <div className="max-w-measure">
          <h1>{t('file.unreadable')}</h1>
          <p className="mt-3 text-vermilion">{t(`fileFault.${fault ?? 'damaged'}`, { said })}</p>
          <p className="mt-4">
            <LinkButton href={`/banks/import?place=${place.id}`} weight="primary">
              {t('file.again')}
            </LinkButton>
          </p>
        </div>
      )}
      {state === 'dropped' && <h1>{t('file.dropped')}</h1>}
      {state === 'written' && written !== null && (
        <>
          <h1>{t('file.written')}</h1>
          <div className="mt-4 max-w-measure">
            <Notice kind="done" title={t('file.writtenText', { new: written.new, changed: written.changed })} live>
              <a href={`/banks?place=${place.id}&state=proposed`}>{t('file.toBank')}</a>
            </Notice>
          </div>
        </>
      )}
      {state === 'open' && (
        <div className="max-w-measure">
          <h1>{writing > 0 ? t('file.head', { count: writing }) : t('file.nothing')}</h1>
          <p className="mt-2 text-ink2">{t('file.lead', counts)}</p>
          {unread.length > 0 && <p className="mt-2">{t('file.unread', { columns: unread.join('、') })}</p>}
          <div className="mt-4">
            <FormErrors answer={answer} />
          </div>
          <form method="post" className="no-print flex flex-wrap gap-3">
            {writing > 0 && (
              <Button weight="primary" name="intent" value="confirm">
                {t('file.confirm', { count: writing })}
              </Button>
            )}
            <Button name="intent" value="drop">
              {t('file.drop')}
            </Button>
          </form>
        </div>
      )}
      {facts.rows.length > 0 && <Lines facts={facts} />}
    </>
  )
}

function Lines({ facts: { counts, chosen, rows, page, pages, found, search } }: { facts: FileResult }) {
  const { t } = useTranslation('banks')
  const shown = importResults.filter((result) => counts[result] > 0)
  const look = (isChosen: boolean) =>
    `-mb-px inline-flex min-h-touch items-center border-b-2 no-underline ${isChosen ? 'border-ink font-semibold text-ink' : 'border-transparent'}`
  return (
    <section aria-label={t('file.rows')}>
      <nav aria-label={t('file.filter')} className="no-print mb-4 mt-8 flex flex-wrap gap-x-5 border-b border-line">
        <a href="?" aria-current={chosen === null ? 'true' : undefined} className={look(chosen === null)}>
          {t('filter.every')}
        </a>
        {shown.map((result) => (
          <a
            key={result}
            href={`?result=${result}`}
            aria-current={chosen === result ? 'true' : undefined}
            className={look(chosen === result)}
          >
            {t(`result.${result}`)} {counts[result]}
          </a>
        ))}
      </nav>
      <ol className="max-w-measure space-y-6">
        {rows.map(({ nth, line, result, question, refused }) => (
          <li key={nth}>
            <p className="mb-1 text-14 text-ink2">
              {t('file.line', { line })} · {t(`result.${result}`)}
            </p>
            {refused !== null && (
              <div className="border-l-4 border-vermilion pl-3">
                <p className="text-vermilion">{t(`fault.${refused.fault}`)}</p>
                {refused.said !== '' && <p className="break-words">{refused.said}</p>}
              </div>
            )}
            {question !== null && <QuestionCard question={question} />}
          </li>
        ))}
      </ol>
      <Pager page={page} pages={pages} total={found} search={search} />
    </section>
  )
}
