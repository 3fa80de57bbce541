import { dayText, instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button, LinkButton } from '~/ui/kit/button'
import { Notice } from '~/ui/kit/notice'
import { RecordLinks } from './paper-links'
import type { RecordPage } from './record'
import { RecordSheet } from './record-sheet'
import { RecordVersions } from './record-versions'

/** The record of a drill: signed or still to be signed, what is missing in it, and the versions that were signed. */
export function RecordView({ page, done }: { page: RecordPage; done: string | null }) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  const { id, unit, record, version, isNewest, signed } = page
  const shown = signed.find((one) => one.version === version)
  return (
    <div className="mx-auto max-w-[56em]">
      <p className="no-print">
        <a href={`/drills/${id}`} className="inline-flex min-h-touch items-center">
          {t('record.back')}
        </a>
      </p>
      {done !== null && (
        <div className="no-print">
          <Notice kind="done" live>
            {t(`done.${done}`)}
          </Notice>
        </div>
      )}
      <h1>{t('record.title', { unit: unit.name })}</h1>
      <p className="mt-1 text-18">
        {dayText(record.on, locale)} · {record.kindName[locale]}
      </p>
      {record.way === 'paper' && (
        <p className="mt-2 font-semibold">
          {t('record.afterwards', { name: record.enteredBy, at: instantText(record.enteredAt, locale) })}
        </p>
      )}
      <p className="mt-2">
        {shown === undefined
          ? t(`record.state.${page.state}`)
          : t('record.signedAs', { version: shown.version, name: shown.signer, at: instantText(shown.at, locale) })}
      </p>
      {!isNewest && (
        <Notice kind="warn" title={t('record.old')}>
          <a href={`/drills/${id}/record`} className="inline-flex min-h-touch items-center">
            {t('record.toNewest')}
          </a>
        </Notice>
      )}
      {isNewest && <NextStep page={page} />}
      {page.isOver && <RecordLinks drillId={id} version={isNewest ? null : version} />}
      <div className="mt-5">
        <RecordSheet page={page} />
      </div>
      <Signatures />
      <RecordVersions page={page} />
    </div>
  )
}

/** What is to be done with the record now: the one action first, then what is missing. */
function NextStep({ page }: { page: RecordPage }) {
  const { t } = useTranslation('drillrecord')
  const { id, unit, state, leads, manages, gaps, undecided, isOver, record, reopened } = page
  const mayCorrect = state === 'open-again' && manages && record.way !== 'planned'
  return (
    <div className="no-print mt-4">
      {state === 'open-again' && reopened !== null && <Notice kind="warn" title={t('record.reopened', { reason: reopened.reason })} />}
      {isOver && undecided > 0 && <Notice kind="warn" title={t('refusal.undecided', { count: undecided })} />}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {leads && isOver && state !== 'signed' && !mayCorrect && (
          <form method="post" action={`/drills/${id}/sign`}>
            <Button weight="primary" name="intent" value="sign">
              {t('sign.do')}
            </Button>
          </form>
        )}
        {mayCorrect && (
          <LinkButton href={`/units/${unit.id}/drills/past?drill=${id}`} weight="primary">
            {t('record.correct')}
          </LinkButton>
        )}
        {leads && state === 'open-again' && record.way === 'planned' && (
          <a href={`/drills/${id}/sign`} className="inline-flex min-h-touch items-center">
            {t('record.correct')}
          </a>
        )}
        {leads && isOver && (
          <a href={`/drills/${id}/evaluation`} className="inline-flex min-h-touch items-center">
            {t('record.toEvaluation')}
          </a>
        )}
        {leads && isOver && (
          <a href={`/drills/${id}/findings`} className="inline-flex min-h-touch items-center">
            {t('record.toFindings')}
          </a>
        )}
        {leads && state === 'signed' && (
          <a href={`/drills/${id}/sign`} className="inline-flex min-h-touch items-center">
            {t('record.toReopen')}
          </a>
        )}
      </div>
      {isOver && gaps.length > 0 && (
        <Notice title={t('record.gaps', { count: gaps.length })}>
          <ul className="mt-1 list-disc pl-5">
            {gaps.map((gap) => (
              <li key={gap}>
                {leads ? (
                  <a href={`/drills/${id}/${gap === 'evaluation' ? 'evaluation' : 'findings'}${anchors[gap] ?? ''}`}>{t(`gap.${gap}`)}</a>
                ) : (
                  t(`gap.${gap}`)
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

const anchors: Record<string, string> = { notice: '#notice', sign: '#sign', revision: '#plan', report: '#report', sheet: '#sheet' }

/** Lines for those who sign on paper. */
function Signatures() {
  const { t } = useTranslation('drillrecord')
  return (
    <div className="mt-16 hidden grid-cols-3 gap-8 break-inside-avoid print:grid">
      {['commander', 'evaluator', 'unit'].map((who) => (
        <p key={who} className="border-t border-ink pt-1 text-14">
          {t(`record.signature.${who}`)}
        </p>
      ))}
    </div>
  )
}
