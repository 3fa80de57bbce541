import type { ReactNode } from 'react'
import type { Locale } from '~/i18n/config'
import { instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { Notice } from '../kit/notice'
import { type Column, Table } from '../kit/table'
import { type Fact, Facts, Part } from '../org/facts'
import { ageOf, bytesText, millisecondsText } from './amounts'
import type { HealthShown } from './health-shown'
import { JobTable } from './job-table'
import { MailPart } from './mail-part'

type Shown = { health: HealthShown; locale: Locale }

/** The state of the installation, what needs somebody first. */
export function HealthView({ health, locale }: Shown) {
  const { t } = useTranslation('running')
  return (
    <>
      <Troubles health={health} locale={locale} />
      <Installation health={health} locale={locale} />
      <Part title={t('storage.title')}>
        <Facts facts={useStorage(health)} />
      </Part>
      <Backups health={health} locale={locale} />
      <Part title={t('evidence.title')}>
        <p>{useEvidence({ health, locale })}</p>
      </Part>
      <MailPart mail={health.mail} locale={locale} />
      <Part title={t('requests.title')}>
        <Facts facts={useRequests(health)} />
      </Part>
      <Part title={t('jobs.title')}>
        <p className="mb-2 text-ink2">{t('jobs.since', { at: instantText(health.began, locale) })}</p>
        <JobTable jobs={health.jobs} locale={locale} />
      </Part>
    </>
  )
}

function Troubles({ health, locale }: Shown) {
  const { t } = useTranslation('running')
  if (health.troubles.length === 0)
    return (
      <Notice kind="done" title={t('well.title')}>
        {t('well.text', { at: instantText(health.at, locale) })}
      </Notice>
    )
  return health.troubles.map((trouble) => (
    <Notice key={trouble} kind="stop" title={t(`trouble.${trouble}.title`)}>
      {t(`trouble.${trouble}.text`)}
      {trouble.startsWith('writing') && health.writing && ` ${t('trouble.since', { at: instantText(health.writing.since, locale) })}`}
    </Notice>
  ))
}

function Installation({ health, locale }: Shown) {
  const { t } = useTranslation('running')
  const { engine } = health
  const settings = t('installation.settings', {
    journal: engine.journal_mode,
    synchronous: engine.synchronous,
    keys: t(engine.foreign_keys ? 'on' : 'off'),
  })
  const facts: Fact[] = [
    { key: 'version', label: t('installation.version'), value: health.version },
    { key: 'built', label: t('installation.built'), value: health.builtAt === null ? '—' : instantText(health.builtAt, locale) },
    { key: 'began', label: t('installation.began'), value: <Since from={health.began} health={health} locale={locale} /> },
    { key: 'mode', label: t('installation.mode'), value: t(`mode.${health.mode}`) },
    { key: 'engine', label: t('installation.engine'), value: `SQLite ${engine.sqlite} · ${settings} · Node ${health.node}` },
    ...(health.processes === 1 ? [] : [{ key: 'processes', label: t('installation.processes'), value: health.processes }]),
    { key: 'memory', label: t('installation.memory'), value: bytesText(health.memory) },
  ]
  return (
    <Part title={t('installation.title')}>
      <Facts facts={facts} />
    </Part>
  )
}

function Since({ from, health, locale }: Shown & { from: string }): ReactNode {
  const { t } = useTranslation('running')
  const { unit, n } = ageOf(from, health.at)
  return t('since', { at: instantText(from, locale), age: t(`age.${unit}`, { n }) })
}

function useStorage({ storage: { main, wal, disk } }: HealthShown): Fact[] {
  const { t } = useTranslation('running')
  const room = disk === null ? t('storage.unknown') : t('storage.free', { free: bytesText(disk.free), whole: bytesText(disk.whole) })
  return [
    { key: 'disk', label: t('storage.disk'), value: room },
    { key: 'main', label: t('storage.main'), value: bytesText(main) },
    { key: 'wal', label: t('storage.wal'), value: bytesText(wal) },
  ]
}

function useEvidence({ health: { chain }, locale }: Shown): string {
  const { t } = useTranslation('running')
  if (chain === null) return t('evidence.never')
  return t(chain.ok ? 'evidence.fits' : 'evidence.broken', { entries: chain.entries, at: instantText(chain.at, locale) })
}

function useRequests({ requests, late, door }: HealthShown): Fact[] {
  const { t } = useTranslation('running')
  const within = (seconds: number | null) => {
    if (seconds === null) return '—'
    return seconds < 0 ? t('requests.longer') : t('requests.within', { time: millisecondsText(seconds * 1000) })
  }
  const lateness =
    late && t('requests.lateText', { p99: millisecondsText(late.p99 * 1000), longest: millisecondsText(late.longest * 1000) })
  return [
    { key: 'count', label: t('requests.count', { minutes: requests.minutes }), value: requests.count },
    { key: 'faults', label: t('requests.faults'), value: requests.faults },
    { key: 'half', label: t('requests.half'), value: within(requests.half) },
    { key: 'most', label: t('requests.most'), value: within(requests.most) },
    { key: 'late', label: t('requests.late'), value: lateness ?? t('requests.notYet') },
    {
      key: 'door',
      label: t('requests.door'),
      value: t('requests.doorText', { waiting: door.waiting, entered: door.entered, longest: millisecondsText(door.longest) }),
    },
  ]
}

type File = HealthShown['backups']['files'][number]

function Backups({ health, locale }: Shown) {
  const { t } = useTranslation('running')
  const { files, more, tried, next } = health.backups
  const result = (ok: boolean, why: string | null) => (ok ? t('backups.ok') : t('backups.failed', { why: why ?? '' }))
  const facts: Fact[] = [
    { key: 'tried', label: t('backups.tried'), value: tried === null ? t('backups.never') : instantText(tried.at, locale) },
    ...(tried === null ? [] : [{ key: 'result', label: t('backups.result'), value: result(tried.ok, tried.why) }]),
    { key: 'next', label: t('backups.next'), value: instantText(next, locale) },
  ]
  const columns: Column<File>[] = [
    { key: 'at', head: t('backups.at'), cell: ({ at }) => <Since from={at} health={health} locale={locale} /> },
    { key: 'bytes', head: t('backups.bytes'), cell: ({ bytes }) => bytesText(bytes), numeric: true },
  ]
  return (
    <Part title={t('backups.title')}>
      <Facts facts={facts} />
      {files.length === 0 ? (
        <p className="mt-4">{t('backups.none')}</p>
      ) : (
        <div className="mt-4 max-w-measure">
          <Table caption={t('backups.title')} columns={columns} rows={files} rowKey={({ at }) => at} />
          {more > 0 && <p className="mt-2 text-ink2">{t('backups.more', { n: more })}</p>}
        </div>
      )}
      <p className="mt-4 max-w-measure text-ink2">{t('backups.elsewhere')}</p>
    </Part>
  )
}
