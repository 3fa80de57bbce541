import type { Locale } from '~/i18n/config'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { type Column, Table } from '../kit/table'
import { millisecondsText } from './amounts'
import type { JobShown } from './health-shown'

/** What the process does by itself, with how it last went. */
export function JobTable({ jobs, locale }: { jobs: readonly JobShown[]; locale: Locale }) {
  const { t, i18n } = useTranslation('running')
  const words = (name: string) => (i18n.exists(`running:job.${name}`) ? t(`job.${name}`) : name)
  const every = (seconds: number) => {
    if (seconds < 60) return t('jobs.everySeconds', { n: seconds })
    return seconds < 3600 ? t('jobs.everyMinutes', { n: seconds / 60 }) : t('jobs.everyHours', { n: seconds / 3600 })
  }
  const columns: Column<JobShown>[] = [
    { key: 'name', head: t('jobs.name'), cell: ({ name }) => words(name), width: 'w-56' },
    { key: 'every', head: t('jobs.every'), cell: ({ everySeconds }) => every(everySeconds) },
    { key: 'began', head: t('jobs.began'), cell: ({ began }) => (began === null ? '—' : instantText(began, locale)) },
    { key: 'took', head: t('jobs.took'), cell: (job) => <Took job={job} />, numeric: true },
    { key: 'state', head: t('jobs.state'), cell: (job) => <State job={job} locale={locale} /> },
  ]
  return <Table caption={t('jobs.title')} columns={columns} rows={jobs} rowKey={({ name }) => name} />
}

function Took({ job: { isBusy, tookMs } }: { job: JobShown }) {
  const { t } = useTranslation('running')
  if (isBusy) return t('jobs.running')
  return tookMs === null ? '—' : millisecondsText(tookMs)
}

function State({ job: { failed, runs, failures }, locale }: { job: JobShown; locale: Locale }) {
  const { t } = useTranslation('running')
  if (failed === null) return runs === 0 ? t('jobs.notYet') : t('jobs.well')
  const at = instantText(failed.at, locale)
  return (
    <span className={failed.isMended ? '' : 'text-vermilion'}>
      {t(failed.isMended ? 'jobs.mended' : 'jobs.failed', { at, failures, runs })}
      {!failed.isMended && <span className="block break-words text-14">{failed.why}</span>}
    </span>
  )
}
