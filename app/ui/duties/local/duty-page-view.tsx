import type { ReactNode } from 'react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '~/ui/kit/button'
import { Field, FormErrors } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import { type Fact, Facts, Part } from '~/ui/org/facts'
import { useDutyWords } from '../catalogue/duty-words'
import { DutyClause, WhatCounts } from '../duty-clause'
import { useLocale } from '../use-locale'
import { StateLine } from './duty-list-view'
import type { LocalDutyPage, NamedDuty } from './local-duty'
import { PreviewView } from './preview-view'

type Given = { duty: LocalDutyPage; answer: FormAnswer | undefined }

/** A local duty: what it asks, its document, what publishing it would do, and what can be done about it. */
export function LocalDutyPageView({ duty, answer }: Given) {
  const { t } = useTranslation('localduties')
  const { whom, often } = useDutyWords()
  return (
    <div className="mx-auto max-w-measure">
      <p className="no-print">
        <a href="/street/duties" className="inline-flex min-h-touch items-center">
          {t('page.back')}
        </a>
      </p>
      {duty.done !== null && <Notice kind="done" title={t(`done.${duty.done}`)} live />}
      <p className="text-ink2">{duty.place}</p>
      <h1>{duty.title}</h1>
      <p className="mt-1">
        <StateLine line={duty} />
      </p>
      <p className="mt-3 text-18">{duty.plain}</p>
      <p className="mt-2 text-ink2">
        {whom(duty.bound)} · {often(duty.rhythm)}
      </p>
      <p className="mt-2 text-ink2">{t('page.never')}</p>
      <Part
        title={t('page.source')}
        acts={duty.state === 'draft' ? [{ href: `/street/duties/${duty.id}/edit`, label: t('page.edit') }] : []}
      >
        <DutyClause source={duty.source} />
        <Document duty={duty} />
      </Part>
      <Part title={t('page.counts')}>
        <WhatCounts counts={duty.counts} />
        {duty.policy !== null && <p className="mt-2 text-ink2">{t('page.reading', { text: duty.policy })}</p>}
      </Part>
      <Part title={t('page.life')}>
        <Life duty={duty} />
      </Part>
      {duty.state === 'draft' && <Publishing duty={duty} answer={answer} />}
      {(duty.state === 'later' || duty.state === 'inForce') && duty.lastDay === null && <Going duty={duty} answer={answer} />}
    </div>
  )
}

function Document({ duty: { id, file, fileRefused, state } }: { duty: LocalDutyPage }) {
  const { t } = useTranslation('localduties')
  return (
    <>
      {file === null ? (
        <p className="mt-2">{t('file.none')}</p>
      ) : (
        <p>
          <a href={file.href} className="inline-flex min-h-touch items-center" download>
            {t('file.read', { name: file.name })}
          </a>
        </p>
      )}
      {state === 'draft' && (
        <form method="post" action={`/street/duties/${id}/file`} encType="multipart/form-data" className="no-print mt-3">
          {fileRefused !== null && (
            <p role="alert" className="mb-2 text-vermilion">
              {t(`refusal.${fileRefused}`)}
            </p>
          )}
          <Field
            name="file"
            type="file"
            label={t('file.label')}
            hint={t('file.hint')}
            accept="application/pdf,image/jpeg,image/png,image/webp"
          />
          <Button>{t(file === null ? 'file.add' : 'file.replace')}</Button>
        </form>
      )}
    </>
  )
}

const linkTo = ({ id, title }: NamedDuty): ReactNode => (
  <a href={`/street/duties/${id}`} className="inline-flex min-h-touch items-center">
    {title}
  </a>
)

function Life({ duty: { supersedes, successor, endReason, writers, from, lastDay } }: { duty: LocalDutyPage }) {
  const { t } = useTranslation('localduties')
  const locale = useLocale()
  const facts: Fact[] = [{ key: 'writers', label: t('page.writers'), value: writers.join(t('page.join')) }]
  if (from !== null) facts.push({ key: 'from', label: t('page.from'), value: dayText(from, locale) })
  if (lastDay !== null) facts.push({ key: 'lastDay', label: t('page.lastDay'), value: dayText(lastDay, locale) })
  if (supersedes !== null) facts.push({ key: 'supersedes', label: t('page.supersedes'), value: linkTo(supersedes) })
  if (successor !== null) facts.push({ key: 'successor', label: t('page.successor'), value: linkTo(successor) })
  if (endReason !== null && endReason !== '') facts.push({ key: 'reason', label: t('page.endReason'), value: endReason })
  return <Facts facts={facts} />
}

function Publishing({ duty: { preview, previewFault, isMine, file, today }, answer }: Given) {
  const { t } = useTranslation('localduties')
  const locale = useLocale()
  return (
    <Part title={t('preview.title')}>
      <form method="get" className="no-print">
        <Field
          name="from"
          type="date"
          label={t('preview.from')}
          hint={t('preview.fromHint')}
          value={preview?.from ?? today}
          min={today}
          required
        />
        <Button>{t('preview.show')}</Button>
      </form>
      {previewFault !== null && <p className="mt-4 text-vermilion">{t(previewFault)}</p>}
      {preview !== null && (
        <div className="mt-6">
          <PreviewView preview={preview} />
          <div className="no-print mt-6">
            {isMine && <Notice kind="warn" title={t('publish.other')} />}
            {!isMine && file === null && <Notice kind="warn" title={t('publish.noFile')} />}
            {!isMine && file !== null && (
              <form method="post" action={`?act=publish&from=${preview.from}`}>
                <FormErrors answer={answer} />
                <input type="hidden" name="from" value={preview.from} />
                <input type="hidden" name="fingerprint" value={preview.fingerprint} />
                <Button weight="primary" className="w-full sm:w-auto">
                  {t('publish.submit', { day: dayText(preview.from, locale) })}
                </Button>
                <p className="mt-2 text-ink2">{t('publish.hint')}</p>
              </form>
            )}
          </div>
        </div>
      )}
    </Part>
  )
}

function Going({ duty: { id, today }, answer }: Given) {
  const { t } = useTranslation('localduties')
  return (
    <Part title={t('end.title')}>
      <p className="mb-4 text-ink2">{t('end.lead')}</p>
      <p className="no-print mb-6">
        <LinkButton href={`/street/duties/new?supersedes=${id}`} className="w-full sm:w-auto">
          {t('end.supersede')}
        </LinkButton>
      </p>
      <details className="no-print" open={answer !== undefined}>
        <summary className="inline-flex min-h-touch items-center underline underline-offset-4">{t('end.withdraw')}</summary>
        <form method="post" action="?act=withdraw" className="mt-3">
          <FormErrors answer={answer} />
          <Field
            name="from"
            type="date"
            label={t('end.from')}
            hint={t('end.fromHint')}
            value={today}
            min={today}
            answer={answer}
            required
          />
          <Field name="reason" label={t('end.reason')} answer={answer} maxLength={200} required />
          <Button weight="danger">{t('end.submit')}</Button>
        </form>
      </details>
    </Part>
  )
}
