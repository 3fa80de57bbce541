import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors } from '~/ui/kit/field'
import { Empty, Notice } from '~/ui/kit/notice'
import type { ClosePage } from './record'
import { RecordTable } from './record-table'

/** Closing a class that is over, or opening a closed one again: what will be on file of everybody stands beneath. */
export function CloseView({ page, answer }: { page: ClosePage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classcall')
  const { classId, title, counts, guests, isClosed, parts, rows } = page
  return (
    <div>
      <div className="max-w-measure">
        <p>
          <a href={`/classes/${classId}`} className="inline-flex min-h-touch items-center">
            {t('close.back')}
          </a>
        </p>
        <p className="text-ink2">{title}</p>
        <h1>{t(isClosed ? 'close.reopen' : 'close.title')}</h1>
        <p className="mt-2 text-18">{t('close.counts', counts)}</p>
        <FormErrors answer={answer} />
        <OpenPapers page={page} />
        {isClosed ? <Reopen classId={classId} answer={answer} /> : <Closing page={page} />}
        {guests.length > 0 && <Notice>{t('close.guests', { count: guests.length, names: guests.join('、') })}</Notice>}
      </div>
      <h2 className="mt-6">{t('close.table')}</h2>
      {rows.length === 0 ? <Empty title={t('close.none')} /> : <RecordTable caption={t('close.table')} parts={parts} rows={rows} />}
    </div>
  )
}

/** Papers that nobody has judged yet count in no outcome: where to have them collected first. */
function OpenPapers({ page: { classId, openPapers } }: { page: ClosePage }) {
  const { t } = useTranslation('classcall')
  return openPapers.map(({ key, name, count }) => (
    <div key={key} className="mt-4">
      <Notice kind="warn" title={t('close.openPapers', { part: name, count })}>
        <p>{t('close.openPapersWhat')}</p>
        <a href={`/classes/${classId}/tests/${key}`} className="inline-flex min-h-touch items-center">
          {t('close.toTest', { part: name })}
        </a>
      </Notice>
    </div>
  ))
}

function Closing({ page: { classId, late, hindered, isAgain, parts } }: { page: ClosePage }) {
  const { t } = useTranslation('classcall')
  return (
    <>
      <p className="my-4">{t('close.what', { late })}</p>
      {hindered === null ? (
        <form method="post">
          <p className="mb-4 font-semibold">{t('close.ready')}</p>
          <Button weight="primary" name="intent" value="close">
            {t(isAgain ? 'close.redo' : 'close.do')}
          </Button>
        </form>
      ) : (
        <Notice kind="stop" title={t('close.notReady')}>
          {hindered}
        </Notice>
      )}
      <ul className="my-6 border-t border-line">
        {parts.map(({ key, name }) => (
          <li key={key} className="flex flex-wrap gap-x-6 border-b border-line">
            <a href={`/classes/${classId}/parts/${key}`} className="inline-flex min-h-touch items-center">
              {t('close.board', { part: name })}
            </a>
            <a href={`/classes/${classId}/paper?part=${key}`} className="inline-flex min-h-touch items-center">
              {t('close.paper', { part: name })}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Reopen({ classId, answer }: { classId: string; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classcall')
  return (
    <form method="post" className="my-4">
      <p className="mb-4">{t('close.reopenWhat')}</p>
      <Field name="reason" label={t('close.reason')} answer={answer} required minLength={4} maxLength={300} />
      <div className="flex flex-wrap items-center gap-6">
        <Button weight="danger" name="intent" value="reopen">
          {t('close.reopen')}
        </Button>
        <a href={`/classes/${classId}/record`} className="inline-flex min-h-touch items-center">
          {t('close.record')}
        </a>
      </div>
    </form>
  )
}
