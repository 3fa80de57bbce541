import type { DrillRecord } from '~/domain/drills/record'
import type { NoteKind } from '~/domain/drills/record-versions'
import { clockText } from '~/i18n/clock-text'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import type { RecordPage } from './record'
import { EvaluationPart, FindingsPart } from './record-judged'
import { Line, NotRecorded } from './record-line'
import { Names, TimelinePart } from './record-people'
import { RedrillLine } from './redrill-view'

/** The record as an inspector expects it: 61号令 第四十三条 and what belongs to it. */
export function RecordSheet({ page }: { page: RecordPage }) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  const { record } = page
  const { body, on, begins, ends } = record
  const isLater = (kind: NoteKind): boolean => page.later.includes(kind)
  const time = begins === null ? body.startsAt : clockText(new Date(begins))
  return (
    <dl className="border border-b-0 border-field">
      <Line what={t('record.unit')}>{record.unit}</Line>
      <Line what={t('record.kind')}>
        {record.kindName[locale]}
        {body.unannounced && ` · ${t('record.unannounced')}`}
      </Line>
      <Line what={t('record.when')} clause={t('record.clause43')}>
        {dayText(on, locale)} {time}
        {ends !== null && `–${clockText(new Date(ends))}`}
      </Line>
      <Line what={t('record.place')} clause={t('record.clause43')}>
        {body.place}
      </Line>
      <Line what={t('record.target')}>{body.target}</Line>
      <Line what={t('record.commander')}>{body.commander.name}</Line>
      <Line what={t('record.content')} clause={t('record.clause43')}>
        {body.story === '' ? <NotRecorded /> : <span className="whitespace-pre-line">{body.story}</span>}
      </Line>
      <Line what={t('record.departments')} clause={t('record.clause43')}>
        {record.departments.length === 0 ? <NotRecorded /> : record.departments.join('、')}
      </Line>
      <People record={record} />
      <TimelinePart record={record} />
      <Line what={t('record.notice')} clause={t('record.clause40')} later={isLater('notices')}>
        {record.notices.length === 0 ? (
          <NotRecorded />
        ) : (
          record.notices.map((one) => (
            <p key={`${one.on} ${one.time} ${one.means}`}>
              {one.means}
              {one.on !== '' && ` · ${dayText(one.on, locale)} ${one.time}`}
            </p>
          ))
        )}
      </Line>
      <Line what={t('record.sign')} clause={t('record.clause40')} later={isLater('signs')}>
        {record.signs.length === 0 ? <NotRecorded /> : record.signs.map(({ where }) => where).join('；')}
      </Line>
      <EvaluationPart evaluation={record.evaluation} later={isLater('evaluation')} />
      <FindingsPart findings={record.findings} later={isLater('findings')} />
      <RedrillLine shown={page.redrill} />
      <PlanAndReport page={page} isLater={isLater} />
    </dl>
  )
}

function People({ record }: { record: DrillRecord }) {
  const { t } = useTranslation('drillrecord')
  const { there, away, missing, counted, walkIns } = record
  return (
    <>
      <Line what={t('record.there')} clause={t('record.clause43')}>
        {there.length === 0 ? <NotRecorded /> : <Names people={there} count={t('record.people', { count: there.length })} />}
      </Line>
      {away.length > 0 && (
        <Line what={t('record.away')}>
          <Names people={away.map((one) => ({ ...one, more: t(`why.${one.why}`) }))} count={t('record.people', { count: away.length })} />
        </Line>
      )}
      {missing.length > 0 && (
        <Line what={t('record.missing')}>
          <Names people={missing.map((one) => ({ ...one, more: one.lastZone }))} count={t('record.people', { count: missing.length })} />
        </Line>
      )}
      {counted.length + walkIns.length > 0 && (
        <Line what={t('record.others')}>
          {counted.map(({ name, count, expected }) => (
            <p key={name}>
              {name}：{count === null ? <NotRecorded /> : t('record.people', { count })}
              {expected !== null && ` / ${expected}`}
            </p>
          ))}
          {walkIns.length > 0 && <p>{walkIns.join('、')}</p>}
        </Line>
      )}
      {record.doubts.all > 0 && <Line what={t('record.doubts')}>{t('record.doubtsSaid', record.doubts)}</Line>}
    </>
  )
}

function PlanAndReport({ page: { record, mustReport, id, sees }, isLater }: { page: RecordPage; isLater: (kind: NoteKind) => boolean }) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  const { planVersion, revised, report, sheets, way } = record
  return (
    <>
      <Line what={t('record.plan')} clause={t('record.clause44')} later={isLater('revised')}>
        <p>{planVersion === null ? t('record.noPlan') : t('record.planVersion', { version: planVersion })}</p>
        {revised.length === 0 ? (
          <p className="text-ink2">{t('record.notRevised')}</p>
        ) : (
          revised.map(({ version, changed }) => <p key={version}>{t('record.revised', { version, changed })}</p>)
        )}
      </Line>
      <Line what={t('record.report')} clause={t('record.clause8')} later={isLater('report')}>
        {report !== null ? (
          t('record.reportSaid', { day: dayText(report.on, locale), receiver: report.receiver, means: report.means })
        ) : mustReport ? (
          <NotRecorded />
        ) : (
          <span className="text-ink2">{t('record.reportNone')}</span>
        )}
      </Line>
      {(sheets.length > 0 || way === 'paper') && (
        <Line what={t('record.sheet')} later={isLater('sheets')}>
          {sheets.length === 0 && <span className="text-ink2">{t('record.sheetNone')}</span>}
          {sheets.length > 0 && !sees && t('record.sheetCount', { count: sheets.length })}
          {sees && (
            <ul className="flex flex-wrap gap-3">
              {sheets.map((photo, nth) => (
                <li key={photo}>
                  <a href={`/drills/${id}/photos/${photo}`} className="inline-flex min-h-touch items-center">
                    {t('record.sheetOne', { nth: nth + 1 })}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </Line>
      )}
    </>
  )
}
