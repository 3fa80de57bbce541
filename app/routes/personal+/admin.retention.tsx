import { useLoaderData } from '@remix-run/react'
import { listRetentionDays } from '~/data/personal/retention.server'
import { retentionRules } from '~/domain/personal/retention'
import { serve } from '~/http/serve.server'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { AdminFrame } from '~/ui/org/admin-frame'
import { RetentionTable } from '~/ui/personal/retention-table'
import { titled } from '~/ui/shell/title'

export const loader = serve('administrator', ({ locale }) => {
  const days = listRetentionDays()
  const last = days[0]
  return {
    rules: retentionRules.map((rule) => ({ ...rule, gone: days.reduce((sum, { counts }) => sum + (counts[rule.id] ?? 0), 0) })),
    last: last === undefined ? null : dayText(last.on, locale),
    days: days.length,
  }
})

export const handle = titled<typeof loader>((t) => t('personal:retention.title'))

export default function Retention() {
  const facts = useLoaderData<typeof loader>()
  const { t } = useTranslation('personal')
  return (
    <AdminFrame title={t('retention.title')} lead={t('retention.lead')}>
      <RetentionTable {...facts} />
    </AdminFrame>
  )
}
