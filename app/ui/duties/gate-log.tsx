import { useTranslation } from '~/i18n/words'
import { type Column, Table } from '~/ui/kit/table'
import { Verdict } from './verdict'

export type GateLogLine = {
  id: string
  at: string
  name: string
  unitName: string
  position: string
  job: string
  answer: 'cleared' | 'missing' | 'ahead' | 'ended'
  way: 'code' | 'name' | 'site'
  /** A person's name, or that of a site's system; null where nobody was signed in. */
  asker: string | null
  askerUnit: string | null
}

/** Who asked, about what, and what was said; `who` shows the person asked about, for the unit's own log. */
export function GateLog({ lines, who }: { lines: readonly GateLogLine[]; who: boolean }) {
  const { t } = useTranslation('gate')
  const columns: Column<GateLogLine>[] = [
    { key: 'at', head: t('log.at'), cell: ({ at }) => at },
    ...(who ? [{ key: 'name', head: t('log.name'), cell: ({ name, position }: GateLogLine) => `${name} · ${position}` }] : []),
    { key: 'asker', head: t('log.asker'), cell: (line) => <Asker line={line} /> },
    { key: 'job', head: t('log.job'), cell: ({ job }) => job },
    ...(who ? [] : [{ key: 'unit', head: t('log.unit'), cell: ({ unitName }: GateLogLine) => unitName }]),
    { key: 'answer', head: t('log.answer'), cell: ({ answer }) => <Verdict kind={answer} size="small" isJob /> },
  ]
  return <Table caption={t('log.caption')} columns={columns} rows={lines} rowKey={({ id }) => id} />
}

function Asker({ line: { way, asker, askerUnit } }: { line: GateLogLine }) {
  const { t } = useTranslation('gate')
  if (asker === null) return t('log.nobody')
  if (way === 'site') return t('log.site', { name: asker })
  return askerUnit === null ? asker : `${asker} · ${askerUnit}`
}
