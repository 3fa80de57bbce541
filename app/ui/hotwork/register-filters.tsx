import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { type StateKey, stateKeys } from './permit-view'

type Filter = { q: string; kind: string | null; state: StateKey | null; from: string; to: string }

const box = 'mt-1 block min-h-touch w-full rounded border border-field bg-raised px-3 py-2 text-16 text-ink'

/** Search, state, kind and days: all of it in the address; the list as a file is exactly what they find. */
export function RegisterFilters({ filter, kinds, xlsx }: { filter: Filter; kinds: { value: string; label: string }[]; xlsx: string }) {
  const { t } = useTranslation('hotwork')
  const isNarrowed = filter.kind !== null || filter.from !== '' || filter.to !== ''
  return (
    <form method="get" className="no-print mt-4">
      <div className="grid items-end gap-3 sm:grid-cols-[2fr_1fr_auto]">
        <Labelled id="q" label={t('filter.text')}>
          <input id="q" name="q" type="search" defaultValue={filter.q} className={box} />
        </Labelled>
        <Labelled id="state" label={t('field.state')}>
          <select id="state" name="state" defaultValue={filter.state ?? ''} className={box}>
            <option value="">{t('filter.anyState')}</option>
            {stateKeys.map((key) => (
              <option key={key} value={key}>
                {t(`state.${key}`)}
              </option>
            ))}
          </select>
        </Labelled>
        <Button>{t('filter.go')}</Button>
      </div>
      <details open={isNarrowed} className="mt-2">
        <summary className="opens inline-flex min-h-touch cursor-pointer items-center">{t('filter.more')}</summary>
        <div className="grid items-end gap-3 sm:grid-cols-3">
          <Labelled id="kind" label={t('field.kind')}>
            <select id="kind" name="kind" defaultValue={filter.kind ?? ''} className={box}>
              <option value="">{t('filter.anyKind')}</option>
              {kinds.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </Labelled>
          <Labelled id="from" label={t('filter.from')}>
            <input id="from" name="from" type="date" defaultValue={filter.from} className={box} />
          </Labelled>
          <Labelled id="to" label={t('filter.to')}>
            <input id="to" name="to" type="date" defaultValue={filter.to} className={box} />
          </Labelled>
        </div>
      </details>
      <a href={xlsx} className="mb-2 inline-flex min-h-touch items-center">
        {t('filter.xlsx')}
      </a>
    </form>
  )
}

const Labelled = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => (
  <div>
    <label htmlFor={id} className="font-semibold">
      {label}
    </label>
    {children}
  </div>
)
