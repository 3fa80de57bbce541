import { useTranslation } from '~/i18n/words'
import type { ShownTestFigures } from './test-page'

/** How many began, sit and have handed in: counts, never names. */
export function TestFiguresRow({ figures }: { figures: ShownTestFigures }) {
  const { t } = useTranslation('classtest')
  return (
    <dl className="mt-4 grid grid-cols-3 gap-4 border-y border-line py-3">
      {(['began', 'sitting', 'handedIn'] as const).map((name) => (
        <div key={name}>
          <dt className="text-14 text-ink2">{t(`figures.${name}`)}</dt>
          <dd className="text-28 font-semibold tabular-nums">{figures[name]}</dd>
        </div>
      ))}
    </dl>
  )
}
