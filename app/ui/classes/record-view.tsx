import { dayText, instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button, LinkButton } from '~/ui/kit/button'
import { Empty, Notice } from '~/ui/kit/notice'
import type { RecordPage, recordDone } from './record'
import { RecordTable } from './record-table'

type Props = { page: RecordPage; done: (typeof recordDone)[number] | null }

/** The record of a class as it was last closed: who attended, part by part, and what was put on file. Made to be printed and signed. */
export function ClassRecordView({ page, done }: Props) {
  const { t } = useTranslation('classcall')
  const { classId, title, closing, reopened, leads } = page
  return (
    <div>
      <p className="no-print">
        <a href={`/classes/${classId}`} className="inline-flex min-h-touch items-center">
          {t('record.back')}
        </a>
      </p>
      {done !== null && (
        <div className="no-print">
          <Notice kind="done" live>
            {t(`record.${done}`)}
          </Notice>
        </div>
      )}
      <h1>{title}</h1>
      <p className="text-22">{t('record.title')}</p>
      {closing === null ? (
        <>
          <Empty title={t('record.notYet')}>{t('record.notYetText')}</Empty>
          {leads && page.isOver && <LinkButton href={`/classes/${classId}/close`}>{t('record.toClose')}</LinkButton>}
        </>
      ) : (
        <>
          {reopened !== null && (
            <Notice kind="warn" title={t('record.openAgain')}>
              {t('record.reason', { reason: reopened })}
            </Notice>
          )}
          <Whole page={page} closing={closing} />
        </>
      )}
    </div>
  )
}

function Whole({ page, closing }: { page: RecordPage; closing: NonNullable<RecordPage['closing']> }) {
  const { t } = useTranslation('classcall')
  const locale = useLocale()
  const { classId, leads, reopened, counts, parts, rooms, rows } = page
  return (
    <>
      <p className="mt-2 text-18">{t('record.counts', counts)}</p>
      <p className="text-ink2">
        {t('record.closedAt', { at: instantText(closing.at, locale), signer: closing.signer, version: closing.version })}
      </p>
      <div className="no-print mt-4 flex flex-wrap items-center gap-4">
        <LinkButton href={`/classes/${classId}/record.xlsx`}>{t('record.xlsx')}</LinkButton>
        <Button type="button" data-print hidden>
          {t('record.print')}
        </Button>
        {leads && (
          <a href={`/classes/${classId}/close`} className="inline-flex min-h-touch items-center">
            {t(reopened === null ? 'record.reopen' : 'close.redo')}
          </a>
        )}
      </div>
      <dl className="mt-4 grid max-w-measure grid-cols-[5rem_1fr] gap-x-4 gap-y-1 [&_dt]:text-ink2">
        {parts.map(({ key, name, on, from, to }) => (
          <div key={key} className="contents">
            <dt>{name}</dt>
            <dd>{t('page.when', { day: dayText(on, locale), from, to })}</dd>
          </div>
        ))}
        {rooms.map(({ name, place }) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>{place}</dd>
          </div>
        ))}
      </dl>
      <h2 className="mt-6">{t('record.who')}</h2>
      <RecordTable caption={t('record.who')} parts={parts} rows={rows} />
      {leads && <OnFile page={page} />}
      <div className="mt-16 hidden grid-cols-2 gap-8 break-inside-avoid print:grid">
        <p className="border-t border-ink pt-1">{t('record.sign')}</p>
        <p className="border-t border-ink pt-1">{t('record.date')}</p>
      </div>
    </>
  )
}

/** What closing wrote and what counts still: units first, then people. */
function OnFile({ page: { evidence } }: { page: RecordPage }) {
  const { t } = useTranslation('classcall')
  const locale = useLocale()
  const [units, people] = [evidence.filter(({ kind }) => kind === 'unit'), evidence.filter(({ kind }) => kind === 'person')]
  return (
    <section className="mt-8 max-w-measure" aria-labelledby="on-file">
      <h2 id="on-file">{t('record.evidence')}</h2>
      {evidence.length === 0 && <p className="mt-2 text-ink2">{t('record.evidenceNone')}</p>}
      {[
        { list: units, title: t('record.evidenceUnits', { count: units.length }) },
        { list: people, title: t('record.evidencePeople', { count: people.length }) },
      ].map(({ list, title }) =>
        list.length === 0 ? null : (
          <details key={title} className="mt-2">
            <summary className="opens inline-flex min-h-touch items-center font-semibold">{title}</summary>
            <ul className="border-t border-line">
              {list.map(({ id, kind, name, unit, on }) => (
                <li key={id} className="border-b border-line py-2">
                  {name}
                  <span className="block text-14 text-ink2">
                    {[kind === 'person' ? unit : '', t('record.on', { day: dayText(on, locale) })].filter(Boolean).join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        ),
      )}
    </section>
  )
}
