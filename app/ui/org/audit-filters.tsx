import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, type Option, Select } from '~/ui/kit/field'

type Chosen = { act: string; actor: string; about: string; from: string; to: string }

/** What the log is narrowed to; all of it stands in the address. */
export function AuditFilters({ chosen, acts, unit }: { chosen: Chosen; acts: Option[]; unit: { id: string; name: string } | null }) {
  const { t } = useTranslation('org')
  return (
    <form method="get" className="no-print">
      {unit && (
        <p className="mb-4">
          <input type="hidden" name="unit" value={unit.id} />
          {t('audit.onlyUnit', { name: unit.name })}{' '}
          <a href="/admin/audit" className="inline-flex min-h-touch items-center">
            {t('audit.all')}
          </a>
        </p>
      )}
      <details open={Object.values(chosen).some((value) => value !== '')} className="mb-4">
        <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">{t('audit.filter')}</summary>
        <div className="mt-2 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
          <Select name="act" label={t('audit.column.did')} value={chosen.act} options={acts} empty={t('any')} />
          <Field name="actor" label={t('audit.column.who')} hint={t('audit.actorHint')} value={chosen.actor} autoComplete="off" />
          <Field name="about" label={t('audit.about')} hint={t('audit.aboutHint')} value={chosen.about} autoComplete="off" />
          <Field name="from" type="date" label={t('audit.from')} value={chosen.from} />
          <Field name="to" type="date" label={t('audit.to')} value={chosen.to} />
          <div className="mb-5 self-end">
            <Button weight="primary" className="w-full sm:w-auto">
              {t('find')}
            </Button>
          </div>
        </div>
      </details>
    </form>
  )
}
