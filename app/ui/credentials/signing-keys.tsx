import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '../kit/button'
import { Field, FormErrors, Select, TextArea } from '../kit/field'
import { Empty, Notice } from '../kit/notice'
import { type Column, Table } from '../kit/table'
import { AdminFrame } from '../org/admin-frame'

type Key = { kid: string; from: string; until: string | null; stolenFrom: string | null }
type Page = { keys: Key[]; asked: 'rotate' | 'report' | null; done: string | null; today: string }
type Answer = FormAnswer | undefined

/** The keys that sign certificates: which is in use, which may not be believed, and the two things one can do. */
export function SigningKeys({ page: { keys, asked, done, today }, answer }: { page: Page; answer: Answer }) {
  const { t } = useTranslation('verify')
  const [current] = keys
  const open = asked ?? (answer?.values.act === 'rotate' || answer?.values.act === 'report' ? answer.values.act : null)
  const columns: Column<Key>[] = [
    { key: 'kid', head: t('keys.kid'), cell: ({ kid }) => <code className="font-semibold">{kid}</code> },
    { key: 'from', head: t('keys.from'), cell: ({ from }) => from },
    { key: 'until', head: t('keys.until'), cell: ({ until }) => until ?? t('keys.inUse') },
    {
      key: 'stolen',
      head: t('keys.stolen'),
      cell: ({ stolenFrom }) =>
        stolenFrom === null ? t('keys.good') : <span className="text-vermilion">{t('keys.stolenFrom', { day: stolenFrom })}</span>,
    },
  ]
  return (
    <AdminFrame title={t('keys.title')} lead={t('keys.lead')}>
      {done !== null && (
        <Notice kind="done" live>
          {t(`keys.${done}`)}
        </Notice>
      )}
      {current === undefined ? (
        <Empty title={t('keys.none')}>{t('keys.noneText')}</Empty>
      ) : (
        <>
          <Table caption={t('keys.caption')} columns={columns} rows={keys} rowKey={({ kid }) => kid} />
          {open === null && (
            <p className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
              <LinkButton href="/admin/signing-keys?rotate#act" weight="primary">
                {t('keys.rotate')}
              </LinkButton>
              <a href="/admin/signing-keys?report#act" className="inline-flex min-h-touch items-center">
                {t('keys.report')}
              </a>
            </p>
          )}
          {open === 'rotate' && <Rotate current={current} answer={answer} />}
          {open === 'report' && <Report keys={keys} today={today} answer={answer} />}
        </>
      )}
    </AdminFrame>
  )
}

function Cancel() {
  const { t } = useTranslation('verify')
  return (
    <a href="/admin/signing-keys" className="inline-flex min-h-touch items-center">
      {t('keys.cancel')}
    </a>
  )
}

function Rotate({ current, answer }: { current: Key; answer: Answer }) {
  const { t } = useTranslation('verify')
  return (
    <section id="act" className="mt-8 max-w-measure border-t border-line pt-6">
      <h2>{t('keys.rotate')}</h2>
      <p className="mb-5 mt-2">{t('keys.rotateText')}</p>
      <form method="post">
        <FormErrors answer={answer} />
        <input type="hidden" name="act" value="rotate" />
        <Field name="confirm" label={t('keys.confirm', { kid: current.kid })} required maxLength={20} autoComplete="off" answer={answer} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button weight="primary">{t('keys.rotateDo')}</Button>
          <Cancel />
        </div>
      </form>
    </section>
  )
}

function Report({ keys, today, answer }: { keys: Key[]; today: string; answer: Answer }) {
  const { t } = useTranslation('verify')
  return (
    <section id="act" className="mt-8 max-w-measure border-t border-line pt-6">
      <h2>{t('keys.report')}</h2>
      <p className="mb-5 mt-2">{t('keys.reportText')}</p>
      <form method="post">
        <FormErrors answer={answer} />
        <input type="hidden" name="act" value="report" />
        <Select
          name="kid"
          label={t('keys.which')}
          options={keys.map(({ kid, from }) => ({ value: kid, label: `${kid} · ${from}` }))}
          answer={answer}
        />
        <Field name="from" type="date" label={t('keys.day')} max={today} required answer={answer} />
        <TextArea name="reason" label={t('keys.reason')} hint={t('keys.reasonHint')} rows={3} required answer={answer} />
        <Field name="confirm" label={t('keys.reportConfirm')} required maxLength={20} autoComplete="off" answer={answer} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button weight="danger">{t('keys.reportDo')}</Button>
          <Cancel />
        </div>
      </form>
    </section>
  )
}
