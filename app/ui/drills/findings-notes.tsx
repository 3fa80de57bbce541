import type { ReactNode } from 'react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors } from '~/ui/kit/field'
import type { FindingsPage } from './findings'
import { PhotoField } from './past-photo'

type Facts = { page: FindingsPage; answer: FormAnswer | undefined; intent: string }

/** A part that is folded where something is recorded already, with its own form. */
function Part({
  id,
  title,
  said,
  form,
  open,
  children,
}: {
  id: string
  title: string
  said: ReactNode
  form: string
  open: boolean
  children: ReactNode
}) {
  return (
    <section id={id} className="mb-6 border-t border-line pt-4">
      <h2>{title}</h2>
      {said}
      <details open={open} className="mt-1">
        <summary className="opens inline-flex min-h-touch items-center">{form}</summary>
        <div className="mt-2">{children}</div>
      </details>
    </section>
  )
}

/** The report to the regulator: which day, to whom, by what means. */
export function ReportPart({ page: { report, mustReport, today }, answer, intent }: Facts) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  const own = intent === 'report' ? answer : undefined
  const said =
    report === null ? (
      <p>{t(mustReport ? 'report.must' : 'report.may')}</p>
    ) : (
      <p>{t('record.reportSaid', { day: dayText(report.on, locale), receiver: report.receiver, means: report.means })}</p>
    )
  return (
    <Part
      id="report"
      title={t('record.report')}
      said={said}
      form={t(report === null ? 'report.form' : 'report.again')}
      open={own !== undefined}
    >
      <form method="post">
        <FormErrors answer={own} />
        <Field name="reportOn" label={t('report.on')} type="date" value={today} max={today} answer={own} required />
        <Field name="reportReceiver" label={t('report.receiver')} hint={t('report.receiverHint')} answer={own} required maxLength={100} />
        <Field name="reportMeans" label={t('report.means')} hint={t('report.meansHint')} answer={own} required maxLength={100} />
        <Button name="intent" value="report">
          {t('report.do')}
        </Button>
      </form>
    </Part>
  )
}

/** How people within range were told before. */
export function NoticePart({ page: { notices, today }, answer, intent }: Facts) {
  const { t } = useTranslation('drillrecord')
  const locale = useLocale()
  const own = intent === 'notice' ? answer : undefined
  const said =
    notices.length === 0 ? (
      <p className="text-ink2">{t('notice.none')}</p>
    ) : (
      notices.map(({ means, on, time }) => (
        <p key={`${on} ${time} ${means}`}>
          {means}
          {on !== '' && ` · ${dayText(on, locale)} ${time}`}
        </p>
      ))
    )
  return (
    <Part id="notice" title={t('record.notice')} said={said} form={t('notice.form')} open={own !== undefined}>
      <form method="post">
        <FormErrors answer={own} />
        <Field name="noticeMeans" label={t('notice.means')} hint={t('held.noticeHint')} answer={own} required maxLength={200} />
        <div className="grid grid-cols-2 gap-4">
          <Field name="noticeOn" label={t('notice.on')} type="date" max={today} answer={own} />
          <Field name="noticeTime" label={t('notice.time')} type="time" answer={own} />
        </div>
        <Button name="intent" value="notice">
          {t('notice.do')}
        </Button>
      </form>
    </Part>
  )
}

/** Where the sign stood. */
export function SignPart({ page: { signs }, answer, intent }: Facts) {
  const { t } = useTranslation('drillrecord')
  const own = intent === 'sign' ? answer : undefined
  const said = signs.length === 0 ? <p className="text-ink2">{t('notice.noSign')}</p> : <p>{signs.join('；')}</p>
  return (
    <Part id="sign" title={t('record.sign')} said={said} form={t('notice.signForm')} open={own !== undefined}>
      <form method="post">
        <FormErrors answer={own} />
        <Field name="signWhere" label={t('notice.where')} answer={own} required maxLength={200} />
        <Button name="intent" value="sign">
          {t('notice.do')}
        </Button>
      </form>
    </Part>
  )
}

/** Photographs of the signed sheet. */
export function SheetPart({ page: { sheets, way }, answer, intent }: Facts) {
  const { t } = useTranslation('drillrecord')
  const own = intent === 'sheet' ? answer : undefined
  const said = (
    <p className="text-ink2">
      {sheets > 0 ? t('record.sheetCount', { count: sheets }) : t(way === 'paper' ? 'record.sheetNone' : 'sheet.none')}
    </p>
  )
  return (
    <Part id="sheet" title={t('record.sheet')} said={said} form={t('sheet.form')} open={own !== undefined}>
      <form method="post" encType="multipart/form-data">
        <FormErrors answer={own} />
        <PhotoField answer={own} />
        <Button name="intent" value="sheet">
          {t('sheet.do')}
        </Button>
      </form>
    </Part>
  )
}
